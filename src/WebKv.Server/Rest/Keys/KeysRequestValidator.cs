using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Keys;

internal sealed class KeysRequestValidator : AbstractValidator<KeysRequest>
{
    public KeysRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
}
