using FluentValidation;

namespace WebKv.Server.Rest.Sets;

internal sealed class SetMoveRequestValidator : AbstractValidator<SetMoveRequest>
{
    public SetMoveRequestValidator()
    {
        RuleFor(r => r.Source).NotNull();
        RuleFor(r => r.Destination).NotNull();
        RuleFor(r => r.Member).NotNull();
    }
}
