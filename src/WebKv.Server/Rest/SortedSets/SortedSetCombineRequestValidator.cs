using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetCombineRequestValidator : AbstractValidator<SortedSetCombineRequest>
{
    private const string Difference = "difference";

    public SortedSetCombineRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Op).NotNull().IsOneOf("union", "intersection", Difference);
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r.Weights).Must((r, weights) => weights is null || weights.Count == r.Keys?.Count)
            .WithErrorCode("Count").WithMessage("must be one for each key.");
        RuleFor(r => r.Aggregate).IsOneOf("sum", "min", "max");
        RuleFor(r => r).Must(r => r.Op != Difference || (r.Weights is null && r.Aggregate is null))
            .OverridePropertyName("op").WithErrorCode("Exclusive")
            .WithMessage("a difference keeps the scores of its first set: no weights, no aggregate.");
        RuleFor(r => r).AtMostOne("storeInto and countOnly", r => r.StoreInto, r => r.CountOnly);
        RuleFor(r => r.CountOnly).NotEqual(true).When(r => r.Op != "intersection")
            .WithErrorCode("NeedsIntersection").WithMessage("goes with an intersection.");
        RuleFor(r => r.Limit).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Limit).Null().When(r => r.CountOnly != true)
            .WithErrorCode("NeedsCountOnly").WithMessage("goes with countOnly.");
    }
}
