using FluentValidation;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

internal sealed class BitOpRequestValidator : AbstractValidator<BitOpRequest>
{
    public BitOpRequestValidator(WebKvOptions options)
    {
        RuleFor(r => r.Op).NotNull().IsOneOf("and", "or", "xor", "not");
        RuleFor(r => r.Keys).IsNameList(options.Limits.PipelineCommands);
        RuleFor(r => r.Keys).Must(keys => keys is not { Count: > 1 }).When(r => r.Op == "not")
            .WithErrorCode("TooMany").WithMessage("\"not\" takes one key.");
        RuleFor(r => r.StoreInto).NotNull();
    }
}
