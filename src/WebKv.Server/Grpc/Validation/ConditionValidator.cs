using FluentValidation;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

internal sealed class ConditionValidator : AbstractValidator<Condition>
{
    public static ConditionValidator Instance { get; } = new();

    private ConditionValidator()
    {
        RuleFor(c => c.KindCase).NotEqual(Condition.KindOneofCase.None)
            .OverridePropertyName("kind").WithMessage("must be set: absent, present, etag, equal or not_equal");
        RuleFor(c => c.Etag).Must(Conditions.IsEtag)
            .When(c => c.KindCase == Condition.KindOneofCase.Etag)
            .WithMessage("must be an etag that the server gave out");
    }
}
