using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Streams;

internal sealed class EntryIdsRequestValidator : AbstractValidator<EntryIdsRequest>
{
    public EntryIdsRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Ids).IsIdList(options.Limits.PipelineCommands);
}
