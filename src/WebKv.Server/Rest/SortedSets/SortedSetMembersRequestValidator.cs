using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetMembersRequestValidator : AbstractValidator<SortedSetMembersRequest>
{
    public SortedSetMembersRequestValidator(WebKvOptions options) =>
        RuleFor(r => r.Members).IsNameList(options.Limits.PipelineCommands);
}
