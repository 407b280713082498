using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Geo;

internal sealed class GeoAddRequestValidator : AbstractValidator<GeoAddRequest>
{
    public GeoAddRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r.Entries).Cascade(CascadeMode.Stop).NotEmpty()
            .Must(entries => entries!.Count <= max)
                .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Entries).Cascade(CascadeMode.Stop).NotNull().SetValidator(new GeoEntryValidator()!);
        RuleFor(r => r.Mode).IsOneOf(GeoWords.IfAbsent, GeoWords.IfPresent);
    }
}
