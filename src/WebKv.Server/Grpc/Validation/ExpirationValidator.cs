using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

internal sealed class ExpirationValidator : AbstractValidator<Expiration>
{
    public static ExpirationValidator Instance { get; } = new();

    private ExpirationValidator()
    {
        RuleFor(e => e.KindCase).NotEqual(Expiration.KindOneofCase.None)
            .OverridePropertyName("kind").WithMessage("must be set: ttl, expire_time or keep_ttl");
        RuleFor(e => e.Ttl).MustBeInRange();
        RuleFor(e => e.ExpireTime).MustBeInRange();
    }
}
