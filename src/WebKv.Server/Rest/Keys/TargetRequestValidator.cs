using FluentValidation;

namespace WebKv.Server.Rest.Keys;

internal sealed class TargetRequestValidator : AbstractValidator<TargetRequest>
{
    public TargetRequestValidator() => RuleFor(r => r.To).NotNull();
}
