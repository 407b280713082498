using FluentValidation;

namespace WebKv.Server.Rest.Sets;

internal sealed class SetPopRequestValidator : AbstractValidator<SetPopRequest>
{
    private const int CountMax = 1000;

    public SetPopRequestValidator() => RuleFor(r => r.Count).InclusiveBetween(1, CountMax);
}
