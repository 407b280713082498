using FluentValidation;

namespace WebKv.Server.Rest.Lists;

internal sealed class RemoveListRequestValidator : AbstractValidator<RemoveListRequest>
{
    public RemoveListRequestValidator() => RuleFor(r => r.Value).NotNull();
}
