using FluentValidation;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Commands;

internal sealed class TransactionRequestValidator : AbstractValidator<TransactionRequest>
{
    public TransactionRequestValidator(WebKvOptions options)
    {
        int max = options.Limits.Preconditions;
        RuleFor(r => r.Commands).AreCommandLines(options.Limits.PipelineCommands);
        RuleFor(r => r.Preconditions)
            .Must(list => list is null || list.Count <= max).WithErrorCode("TooMany")
            .WithMessage($"has more than {max} elements.");
        RuleForEach(r => r.Preconditions).Cascade(CascadeMode.Stop).NotNull()
            .SetValidator(new TransactionPreconditionValidator()!);
    }

    private sealed class TransactionPreconditionValidator : AbstractValidator<TransactionPrecondition>
    {
        public TransactionPreconditionValidator()
        {
            RuleFor(p => p.Key).NotNull();
            RuleFor(p => p)
                .Must(p => Given(p.Etag) + Given(p.Exists) + Given(p.Absent) + Given(p.EqualTo) == 1)
                .OverridePropertyName("$").WithErrorCode("Exclusive")
                .WithMessage("exactly one of etag, exists, absent and equals must be given.");
        }

        private static int Given(object? option) => option is null ? 0 : 1;
    }
}
