using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class BitFieldStepValidator : AbstractValidator<BitFieldStep>
{
    public BitFieldStepValidator()
    {
        RuleFor(s => s.Op).NotNull().IsOneOf(BitFieldStep.Get, BitFieldStep.Set, BitFieldStep.Increment);
        RuleFor(s => s.Type).NotNull().Must(type => type is null || BitFieldStep.TryParseType(type, out _))
            .WithErrorCode("Type").WithMessage("must be i1 to i64 or u1 to u63.");
        RuleFor(s => s.Offset).NotNull().InclusiveBetween(0, uint.MaxValue);
        RuleFor(s => s.Value).Must((step, value) => step.Op == BitFieldStep.Set == value is not null)
            .WithErrorCode("OfSet").WithMessage("goes with set, which needs it.");
        RuleFor(s => s.By).Must((step, by) => step.Op == BitFieldStep.Increment == by is not null)
            .WithErrorCode("OfIncrement").WithMessage("goes with increment, which needs it.");
        RuleFor(s => s.Overflow).IsOneOf(BitFieldStep.Overflows);
        RuleFor(s => s.Overflow).Must((step, overflow) => overflow is null || step.Op != BitFieldStep.Get)
            .WithErrorCode("OfWrite").WithMessage("goes with set and increment.");
    }
}
