using FluentValidation;

namespace WebKv.Server.Rest.Lists;

internal sealed class TrimListRequestValidator : AbstractValidator<TrimListRequest>
{
    public TrimListRequestValidator()
    {
        RuleFor(r => r.Start).NotNull();
        RuleFor(r => r.Stop).NotNull();
    }
}
