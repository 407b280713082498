using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Lists;

internal sealed class PopListRequestValidator : AbstractValidator<PopListRequest>
{
    public PopListRequestValidator()
    {
        RuleFor(r => r.Side).IsOneOf(ListWords.Left, ListWords.Right);
        RuleFor(r => r.Count).GreaterThan(0).WithMessage("must be at least 1.");
        RuleFor(r => r.WaitMs).IsWait();
    }
}
