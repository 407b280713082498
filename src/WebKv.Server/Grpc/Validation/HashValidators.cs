using FluentValidation;
using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of HashService's requests.</summary>
internal static class HashValidators
{
    public static IEnumerable<IValidator> All { get; } =
    [
        new SetHashFieldsValidator(),
        new GetHashFieldsValidator(),
        new DeleteHashFieldsValidator(),
        new GetAndDeleteHashFieldsValidator(),
        new GetAndExpireHashFieldsValidator(),
        new IncrementHashFieldFloatValidator(),
        new ScanHashValidator(),
        new SetHashFieldExpirationsValidator(),
        new GetHashFieldExpirationsValidator(),
        new ClearHashFieldExpirationsValidator(),
    ];

    private static void MustHaveFields<T>(this IRuleBuilder<T, RepeatedField<ByteString>> rule) =>
        rule.Must(fields => fields.Count > 0).WithMessage("must hold at least one field");

    internal sealed class SetHashFieldsValidator : AbstractValidator<SetHashFieldsRequest>
    {
        public SetHashFieldsValidator()
        {
            RuleFor(r => r.Fields).Must(fields => fields.Count > 0).WithMessage("must hold at least one field");
            RuleFor(r => r.Condition).IsInEnum().WithMessage("is no condition of this version");
            RuleFor(r => r.FieldExpiration).SetValidator(ExpirationValidator.Instance);
        }
    }

    internal sealed class DeleteHashFieldsValidator : AbstractValidator<DeleteHashFieldsRequest>
    {
        public DeleteHashFieldsValidator() => RuleFor(r => r.Fields).MustHaveFields();
    }

    internal sealed class GetAndDeleteHashFieldsValidator : AbstractValidator<GetAndDeleteHashFieldsRequest>
    {
        public GetAndDeleteHashFieldsValidator() => RuleFor(r => r.Fields).MustHaveFields();
    }

    internal sealed class GetAndExpireHashFieldsValidator : AbstractValidator<GetAndExpireHashFieldsRequest>
    {
        public GetAndExpireHashFieldsValidator()
        {
            RuleFor(r => r.Fields).MustHaveFields();
            RuleFor(r => r.Ttl).MustBeInRange();
            RuleFor(r => r.ExpireTime).MustBeInRange();
        }
    }

    internal sealed class IncrementHashFieldFloatValidator : AbstractValidator<IncrementHashFieldFloatRequest>
    {
        public IncrementHashFieldFloatValidator() =>
            RuleFor(r => r.Delta).Must(double.IsFinite).WithMessage("must be finite");
    }

    internal sealed class SetHashFieldExpirationsValidator : AbstractValidator<SetHashFieldExpirationsRequest>
    {
        public SetHashFieldExpirationsValidator()
        {
            RuleFor(r => r.Fields).MustHaveFields();
            RuleFor(r => r.DeadlineCase).NotEqual(SetHashFieldExpirationsRequest.DeadlineOneofCase.None)
                .OverridePropertyName("deadline").WithMessage("must be set: ttl or expire_time");
            RuleFor(r => r.Ttl).MustBeInRange();
            RuleFor(r => r.ExpireTime).MustBeInRange();
            RuleFor(r => r.Condition).IsInEnum().WithMessage("is no condition of this version");
        }
    }

    internal sealed class ClearHashFieldExpirationsValidator : AbstractValidator<ClearHashFieldExpirationsRequest>
    {
        public ClearHashFieldExpirationsValidator() => RuleFor(r => r.Fields).MustHaveFields();
    }

    private sealed class GetHashFieldsValidator : AbstractValidator<GetHashFieldsRequest>
    {
        public GetHashFieldsValidator() => RuleFor(r => r.Fields).MustHaveFields();
    }

    private sealed class GetHashFieldExpirationsValidator : AbstractValidator<GetHashFieldExpirationsRequest>
    {
        public GetHashFieldExpirationsValidator() => RuleFor(r => r.Fields).MustHaveFields();
    }

    private sealed class ScanHashValidator : AbstractValidator<ScanHashRequest>
    {
        public ScanHashValidator() => RuleFor(r => r.PageSize).MustBePageSize();
    }
}
