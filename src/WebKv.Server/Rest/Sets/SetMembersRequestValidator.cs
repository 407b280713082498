using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Sets;

internal sealed class SetMembersRequestValidator : AbstractValidator<SetMembersRequest>
{
    public SetMembersRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Members).IsNameList(options.Limits.PipelineCommands);
}
