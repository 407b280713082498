using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class BatchGetRequestValidator : AbstractValidator<BatchGetRequest>
{
    public BatchGetRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
}
