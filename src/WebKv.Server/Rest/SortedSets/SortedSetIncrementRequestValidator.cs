using FluentValidation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetIncrementRequestValidator : AbstractValidator<SortedSetIncrementRequest>
{
    public SortedSetIncrementRequestValidator()
    {
        RuleFor(r => r.Member).NotNull();
        RuleFor(r => r.Mode).IsMode();
    }
}
