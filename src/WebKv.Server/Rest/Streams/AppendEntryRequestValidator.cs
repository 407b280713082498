using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Streams;

internal sealed class AppendEntryRequestValidator : AbstractValidator<AppendEntryRequest>
{
    public AppendEntryRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Fields).Cascade(CascadeMode.Stop).NotEmpty().Must(fields => fields!.Count <= max)
            .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Fields).Cascade(CascadeMode.Stop).NotNull().SetValidator(new FieldValidator()!);
        RuleFor(r => r.Trim).SetValidator(new TrimStreamRequestValidator()!);
    }

    private sealed class FieldValidator : AbstractValidator<StreamField>
    {
        public FieldValidator()
        {
            RuleFor(field => field.Field).NotNull();
            RuleFor(field => field.Value).NotNull();
        }
    }
}
