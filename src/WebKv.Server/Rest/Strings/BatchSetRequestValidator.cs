using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class BatchSetRequestValidator : AbstractValidator<BatchSetRequest>
{
    public BatchSetRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Items).Cascade(CascadeMode.Stop).NotEmpty()
            .Must(items => items!.Count <= max).WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Items).Cascade(CascadeMode.Stop).NotNull().SetValidator(new ItemValidator()!);
        RuleFor(r => r.Condition).IsOneOf("allAbsent");
    }

    private sealed class ItemValidator : AbstractValidator<BatchSetItem>
    {
        public ItemValidator()
        {
            RuleFor(item => item.Key).NotNull();
            RuleFor(item => item.Value).NotNull();
        }
    }
}
