using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetPopRequestValidator : AbstractValidator<SortedSetPopRequest>
{
    public SortedSetPopRequestValidator()
    {
        RuleFor(r => r.End).IsEnd();
        RuleFor(r => r.Count).IsPopCount();
        RuleFor(r => r.WaitMs).IsWait();
    }
}
