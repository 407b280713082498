using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Streams;

internal sealed class ReadStreamsRequestValidator : AbstractValidator<ReadStreamsRequest>
{
    public ReadStreamsRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Streams).Cascade(CascadeMode.Stop).NotEmpty().Must(streams => streams!.Count <= max)
            .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Streams).Cascade(CascadeMode.Stop).NotNull().SetValidator(new ItemValidator()!);
        RuleFor(r => r.Count).GreaterThanOrEqualTo(1);
        RuleFor(r => r.WaitMs).IsWait();
    }

    private sealed class ItemValidator : AbstractValidator<ReadStreamItem>
    {
        public ItemValidator()
        {
            RuleFor(item => item.Key).NotNull();
            RuleFor(item => item.After).NotNull();
        }
    }
}
