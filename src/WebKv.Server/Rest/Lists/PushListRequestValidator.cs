using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Lists;

internal sealed class PushListRequestValidator : AbstractValidator<PushListRequest>
{
    public PushListRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Side).IsOneOf(ListWords.Left, ListWords.Right);
        RuleFor(r => r.Values).IsNameList(options.Limits.PipelineCommands);
    }
}
