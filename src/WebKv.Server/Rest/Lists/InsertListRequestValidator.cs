using FluentValidation;

namespace WebKv.Server.Rest.Lists;

internal sealed class InsertListRequestValidator : AbstractValidator<InsertListRequest>
{
    public InsertListRequestValidator()
    {
        RuleFor(r => r.Pivot).NotNull();
        RuleFor(r => r.Before).NotNull();
        RuleFor(r => r.Value).NotNull();
    }
}
