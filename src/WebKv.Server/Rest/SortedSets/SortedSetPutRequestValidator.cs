using FluentValidation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetPutRequestValidator : AbstractValidator<SortedSetPutRequest>
{
    public SortedSetPutRequestValidator()
    {
        RuleFor(r => r.Score).NotNull();
        RuleFor(r => r.Mode).IsMode();
    }
}
