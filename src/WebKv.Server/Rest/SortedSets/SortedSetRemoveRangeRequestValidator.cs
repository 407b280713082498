using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetRemoveRangeRequestValidator : AbstractValidator<SortedSetRemoveRangeRequest>
{
    public SortedSetRemoveRangeRequestValidator() =>
        RuleFor(r => r).ExactlyOne("ranks, scores and members", r => r.Ranks, r => r.Scores, r => r.Members);
}
