using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class SetStringRequestValidator : AbstractValidator<SetStringRequest>
{
    public SetStringRequestValidator()
    {
        RuleFor(r => r.Value).NotNull();
        RuleFor(r => r.ExpireAt).IsTime();
        RuleFor(r => r.Condition).IsOneOf("absent", "present");
        RuleFor(r => r).AtMostOne("ttlMs, expireAt and keepTtl", r => r.TtlMs, r => r.ExpireAt, r => r.KeepTtl);
    }
}
