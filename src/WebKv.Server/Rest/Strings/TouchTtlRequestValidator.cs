using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class TouchTtlRequestValidator : AbstractValidator<TouchTtlRequest>
{
    public TouchTtlRequestValidator()
    {
        RuleFor(r => r.ExpireAt).IsTime();
        RuleFor(r => r).ExactlyOne("ttlMs, expireAt and persist", r => r.TtlMs, r => r.ExpireAt, r => r.Persist);
    }
}
