using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Streams;

internal sealed class ReadGroupRequestValidator : AbstractValidator<ReadGroupRequest>
{
    public ReadGroupRequestValidator()
    {
        RuleFor(r => r.Consumer).NotNull();
        RuleFor(r => r.Count).GreaterThanOrEqualTo(1);
        RuleFor(r => r.WaitMs).IsWait();
    }
}
