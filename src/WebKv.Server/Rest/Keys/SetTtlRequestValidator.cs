using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Keys;

internal sealed class SetTtlRequestValidator : AbstractValidator<SetTtlRequest>
{
    public SetTtlRequestValidator()
    {
        RuleFor(r => r.ExpireAt).IsTime();
        RuleFor(r => r.When).IsOneOf("always", "ifNone", "ifSome", "ifGreater", "ifLess");
        RuleFor(r => r).ExactlyOne("ttlMs and expireAt", r => r.TtlMs, r => r.ExpireAt);
    }
}
