using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Streams;

internal sealed class TrimStreamRequestValidator : AbstractValidator<TrimStreamRequest>
{
    public TrimStreamRequestValidator()
    {
        RuleFor(r => r).ExactlyOne("maxLen and minId", r => r.MaxLen, r => r.MinId);
        RuleFor(r => r.MaxLen).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Limit).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Limit).Null().When(r => r.Approximate is not true)
            .WithErrorCode("Exclusive").WithMessage("goes with approximate only.");
    }
}
