using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetStoreRangeRequestValidator : AbstractValidator<SortedSetStoreRangeRequest>
{
    public SortedSetStoreRangeRequestValidator()
    {
        RuleFor(r => r.From).NotNull();
        RuleFor(r => r.StoreInto).NotNull();
        RuleFor(r => r).ExactlyOne("ranks, scores and members", r => r.Ranks, r => r.Scores, r => r.Members);
        RuleFor(r => r.Offset).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Limit).GreaterThanOrEqualTo(1);
        RuleFor(r => r).Must(r => r.Ranks is null || (r.Offset is null && r.Limit is null))
            .OverridePropertyName("ranks").WithErrorCode("Exclusive")
            .WithMessage("go with neither offset nor limit.");
    }
}
