using FluentValidation;

namespace WebKv.Server.Rest.Http;

internal sealed class ValueRequestValidator : AbstractValidator<ValueRequest>
{
    public ValueRequestValidator() => RuleFor(r => r.Value).NotNull();
}
