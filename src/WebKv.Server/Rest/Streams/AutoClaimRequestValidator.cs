using FluentValidation;

namespace WebKv.Server.Rest.Streams;

internal sealed class AutoClaimRequestValidator : AbstractValidator<AutoClaimRequest>
{
    private const long CountMax = 1000;

    public AutoClaimRequestValidator()
    {
        RuleFor(r => r.Consumer).NotNull();
        RuleFor(r => r.MinIdleMs).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Count).InclusiveBetween(1, CountMax);
    }
}
