using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.SortedSets;

internal sealed class SortedSetAddRequestValidator : AbstractValidator<SortedSetAddRequest>
{
    public SortedSetAddRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Entries).Cascade(CascadeMode.Stop).NotEmpty()
            .Must(entries => entries!.Count <= max)
                .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Entries).NotNull().ChildRules(entry =>
        {
            entry.RuleFor(e => e!.Member).NotNull();
            entry.RuleFor(e => e!.Score).NotNull();
        });
        RuleFor(r => r.Mode).IsMode();
    }
}
