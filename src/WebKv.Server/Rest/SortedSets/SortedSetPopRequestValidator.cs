using FluentValidation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetPopRequestValidator : AbstractValidator<SortedSetPopRequest>
{
    public SortedSetPopRequestValidator()
    {
        RuleFor(r => r.End).IsEnd();
        RuleFor(r => r.Count).IsPopCount();
    }
}
