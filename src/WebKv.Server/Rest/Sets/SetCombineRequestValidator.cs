using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Sets;

internal sealed class SetCombineRequestValidator : AbstractValidator<SetCombineRequest>
{
    public SetCombineRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Op).NotNull().IsOneOf("union", "intersection", "difference");
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r).AtMostOne("storeInto and countOnly", r => r.StoreInto, r => r.CountOnly);
        RuleFor(r => r.Limit).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Limit).Null().When(r => r.CountOnly != true)
            .WithErrorCode("NeedsCountOnly").WithMessage("goes with countOnly.");
    }
}
