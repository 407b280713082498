using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Lists;

internal sealed class MoveListItemRequestValidator : AbstractValidator<MoveListItemRequest>
{
    public MoveListItemRequestValidator()
    {
        RuleFor(r => r.Source).NotNull();
        RuleFor(r => r.Destination).NotNull();
        RuleFor(r => r.From).NotNull().IsOneOf(ListWords.Left, ListWords.Right);
        RuleFor(r => r.To).NotNull().IsOneOf(ListWords.Left, ListWords.Right);
        RuleFor(r => r.WaitMs).IsWait();
    }
}
