using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Hashes;

internal sealed class HashPatchRequestValidator : AbstractValidator<HashPatchRequest>
{
    public HashPatchRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.PipelineCommands;
        RuleFor(r => r).Must(r => (r.Set?.Count ?? 0) + (r.Remove?.Count ?? 0) > 0).OverridePropertyName("$")
            .WithErrorCode("NotEmpty").WithMessage("set and remove must not both be empty.");
        RuleFor(r => r.Set).Must(fields => fields is null || fields.Count <= max)
            .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleFor(r => r.Remove).Must(names => names is null || names.Count <= max)
            .WithErrorCode("TooMany").WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Set).Cascade(CascadeMode.Stop).NotNull().SetValidator(new FieldValidator()!);
        RuleForEach(r => r.Remove).NotNull();
        RuleFor(r => r.Condition).IsOneOf("allAbsent", "allPresent");
        RuleFor(r => r).Must(r => r.Condition is null || r.Set?.Count > 0).OverridePropertyName("condition")
            .WithErrorCode("Exclusive").WithMessage("goes with set.");
    }

    private sealed class FieldValidator : AbstractValidator<HashField>
    {
        public FieldValidator()
        {
            RuleFor(field => field.Field).NotNull();
            RuleFor(field => field.Value).NotNull();
        }
    }
}
