using FluentValidation;

namespace WebKv.Server.Rest.Streams;

internal sealed class PutGroupRequestValidator : AbstractValidator<PutGroupRequest>
{
    public PutGroupRequestValidator() => RuleFor(r => r.EntriesRead).GreaterThanOrEqualTo(0);
}
