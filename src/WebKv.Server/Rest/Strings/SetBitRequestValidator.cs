using FluentValidation;

namespace WebKv.Server.Rest.Strings;

internal sealed class SetBitRequestValidator : AbstractValidator<SetBitRequest>
{
    public SetBitRequestValidator() => RuleFor(r => r.Bit).NotNull().InclusiveBetween(0, 1);
}
