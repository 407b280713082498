using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetMultiPopRequestValidator : AbstractValidator<SortedSetMultiPopRequest>
{
    public SortedSetMultiPopRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r.End).IsEnd();
        RuleFor(r => r.Count).IsPopCount();
        RuleFor(r => r.WaitMs).IsWait();
    }
}
