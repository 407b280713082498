using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Commands;

internal sealed class PipelineRequestValidator : AbstractValidator<PipelineRequest>
{
    public PipelineRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Commands).AreCommandLines(options.Limits.PipelineCommands);
}
