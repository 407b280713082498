using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Strings;

internal sealed class BitFieldRequestValidator : AbstractValidator<BitFieldRequest>
{
    public BitFieldRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Operations).Cascade(CascadeMode.Stop).NotEmpty()
            .Must(steps => steps!.Count <= max).WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Operations).Cascade(CascadeMode.Stop).NotNull()
            .SetValidator(new BitFieldStepValidator()!);
    }
}
