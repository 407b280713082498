using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Lists;

internal sealed class PopListsRequestValidator : AbstractValidator<PopListsRequest>
{
    public PopListsRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r.Side).IsOneOf(ListWords.Left, ListWords.Right);
        RuleFor(r => r.Count).GreaterThan(0).WithMessage("must be at least 1.");
        RuleFor(r => r.WaitMs).IsWait();
    }
}
