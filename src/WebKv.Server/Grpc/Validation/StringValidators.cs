using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of StringService's requests.</summary>
internal static class StringValidators
{
    private const long BitOffsetMax = uint.MaxValue;

    public static IEnumerable<IValidator> All { get; } =
    [
        new SetStringValidator(),
        new BatchGetStringsValidator(),
        new BatchSetStringsValidator(),
        new SetStringRangeValidator(),
        new IncrementStringValidator(),
        new IncrementStringFloatValidator(),
        new GetAndExpireStringValidator(),
        new GetBitValidator(),
        new SetBitValidator(),
        new CountBitsValidator(),
        new FindBitValidator(),
        new CombineBitsValidator(),
    ];

    private static void MustBeBitOffset<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(0, BitOffsetMax).WithMessage($"must be from 0 to {BitOffsetMax}");

    private static void MustBeUnit<T>(this IRuleBuilder<T, BitRangeUnit> rule) =>
        rule.IsInEnum().WithMessage("is no unit of this version");

    internal sealed class SetStringValidator : AbstractValidator<SetStringRequest>
    {
        public SetStringValidator()
        {
            RuleFor(r => r.Condition).SetValidator(ConditionValidator.Instance);
            RuleFor(r => r.Expiration).SetValidator(ExpirationValidator.Instance);
        }
    }

    internal sealed class BatchSetStringsValidator : AbstractValidator<BatchSetStringsRequest>
    {
        public BatchSetStringsValidator()
        {
            RuleFor(r => r.Items).Must(items => items.Count > 0).WithMessage("must hold at least one item");
            RuleFor(r => r.Condition).IsInEnum().WithMessage("is no condition of this version");
        }
    }

    internal sealed class SetStringRangeValidator : AbstractValidator<SetStringRangeRequest>
    {
        public SetStringRangeValidator() =>
            RuleFor(r => r.Offset).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
    }

    internal sealed class IncrementStringValidator : AbstractValidator<IncrementStringRequest>
    {
        public IncrementStringValidator() =>
            RuleFor(r => r.Expiration).SetValidator(ExpirationValidator.Instance);
    }

    internal sealed class IncrementStringFloatValidator : AbstractValidator<IncrementStringFloatRequest>
    {
        public IncrementStringFloatValidator() =>
            RuleFor(r => r.Delta).Must(double.IsFinite).WithMessage("must be finite");
    }

    internal sealed class GetAndExpireStringValidator : AbstractValidator<GetAndExpireStringRequest>
    {
        public GetAndExpireStringValidator()
        {
            RuleFor(r => r.Ttl).MustBeInRange();
            RuleFor(r => r.ExpireTime).MustBeInRange();
        }
    }

    internal sealed class SetBitValidator : AbstractValidator<SetBitRequest>
    {
        public SetBitValidator() => RuleFor(r => r.Offset).MustBeBitOffset();
    }

    internal sealed class CombineBitsValidator : AbstractValidator<CombineBitsRequest>
    {
        public CombineBitsValidator()
        {
            RuleFor(r => r.Operation).IsInEnum().NotEqual(BitOperation.Unspecified)
                .WithMessage("must be AND, OR, XOR or NOT");
            RuleFor(r => r.Sources).MustHaveKeys();
            RuleFor(r => r.Sources).Must(sources => sources.Count == 1)
                .When(r => r.Operation == BitOperation.Not).WithMessage("must hold exactly one key for NOT");
        }
    }

    private sealed class BatchGetStringsValidator : AbstractValidator<BatchGetStringsRequest>
    {
        public BatchGetStringsValidator() => RuleFor(r => r.Keys).MustHaveKeys();
    }

    private sealed class GetBitValidator : AbstractValidator<GetBitRequest>
    {
        public GetBitValidator() => RuleFor(r => r.Offset).MustBeBitOffset();
    }

    private sealed class CountBitsValidator : AbstractValidator<CountBitsRequest>
    {
        public CountBitsValidator() => RuleFor(r => r.Unit).MustBeUnit();
    }

    private sealed class FindBitValidator : AbstractValidator<FindBitRequest>
    {
        public FindBitValidator() => RuleFor(r => r.Unit).MustBeUnit();
    }
}
