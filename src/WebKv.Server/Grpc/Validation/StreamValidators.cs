using FluentValidation;
using Google.Protobuf.Collections;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of StreamService's requests.</summary>
internal static class StreamValidators
{
    public static IEnumerable<IValidator> All { get; } =
    [
        new AppendStreamValidator(),
        new RangeStreamValidator(),
        new ReadStreamsValidator(),
        new DeleteStreamEntriesValidator(),
        new TrimStreamValidator(),
        new CreateGroupValidator(),
        new SetGroupPositionValidator(),
        new ReadGroupValidator(),
        new AcknowledgeEntriesValidator(),
        new ListPendingEntriesValidator(),
        new ClaimEntriesValidator(),
        new AutoClaimEntriesValidator(),
    ];

    private static void MustHaveIds<T>(this IRuleBuilder<T, RepeatedField<string>> rule) =>
        rule.Must(ids => ids.Count > 0).WithMessage("must hold at least one id");

    private static void MustHaveStreams<T>(this IRuleBuilder<T, RepeatedField<StreamOffset>> rule) =>
        rule.Must(streams => streams.Count > 0).WithMessage("must hold at least one stream");

    private static void MustNotBeNegative<T>(this IRuleBuilder<T, long> rule) =>
        rule.GreaterThanOrEqualTo(0).WithMessage("must not be negative");

    internal sealed class AppendStreamValidator : AbstractValidator<AppendStreamRequest>
    {
        public AppendStreamValidator()
        {
            RuleFor(r => r.Fields).Must(fields => fields.Count > 0).WithMessage("must hold at least one field");
            RuleFor(r => r.Trim).SetValidator(new TrimValidator());
        }
    }

    internal sealed class DeleteStreamEntriesValidator : AbstractValidator<DeleteStreamEntriesRequest>
    {
        public DeleteStreamEntriesValidator() => RuleFor(r => r.Ids).MustHaveIds();
    }

    internal sealed class TrimStreamValidator : AbstractValidator<TrimStreamRequest>
    {
        public TrimStreamValidator() =>
            RuleFor(r => r.Trim).NotNull().WithMessage("must be set").SetValidator(new TrimValidator());
    }

    internal sealed class CreateGroupValidator : AbstractValidator<CreateGroupRequest>
    {
        public CreateGroupValidator() => RuleFor(r => r.EntriesRead).MustNotBeNegative();
    }

    internal sealed class SetGroupPositionValidator : AbstractValidator<SetGroupPositionRequest>
    {
        public SetGroupPositionValidator() => RuleFor(r => r.EntriesRead).MustNotBeNegative();
    }

    internal sealed class ReadGroupValidator : AbstractValidator<ReadGroupRequest>
    {
        public ReadGroupValidator()
        {
            RuleFor(r => r.Streams).MustHaveStreams();
            RuleFor(r => r.Count).MustNotBeNegative();
            RuleFor(r => r.Wait).MayBeWait();
        }
    }

    internal sealed class AcknowledgeEntriesValidator : AbstractValidator<AcknowledgeEntriesRequest>
    {
        public AcknowledgeEntriesValidator() => RuleFor(r => r.Ids).MustHaveIds();
    }

    internal sealed class ClaimEntriesValidator : AbstractValidator<ClaimEntriesRequest>
    {
        public ClaimEntriesValidator()
        {
            RuleFor(r => r.Ids).MustHaveIds();
            RuleFor(r => r.MinIdle).MustBeInRange();
            RuleFor(r => r.DeliveryTime).MustBeInRange();
            RuleFor(r => r.DeliveryCount).MustNotBeNegative();
        }
    }

    internal sealed class AutoClaimEntriesValidator : AbstractValidator<AutoClaimEntriesRequest>
    {
        public AutoClaimEntriesValidator()
        {
            RuleFor(r => r.Count).MustNotBeNegative();
            RuleFor(r => r.MinIdle).MustBeInRange();
        }
    }

    private sealed class RangeStreamValidator : AbstractValidator<RangeStreamRequest>
    {
        public RangeStreamValidator() => RuleFor(r => r.Count).MustNotBeNegative();
    }

    private sealed class ReadStreamsValidator : AbstractValidator<ReadStreamsRequest>
    {
        public ReadStreamsValidator()
        {
            RuleFor(r => r.Streams).MustHaveStreams();
            RuleFor(r => r.Count).MustNotBeNegative();
            RuleFor(r => r.Wait).MayBeWait();
        }
    }

    private sealed class ListPendingEntriesValidator : AbstractValidator<ListPendingEntriesRequest>
    {
        public ListPendingEntriesValidator()
        {
            RuleFor(r => r.Count).MustNotBeNegative();
            RuleFor(r => r.MinIdle).MustBeInRange();
        }
    }

    private sealed class TrimValidator : AbstractValidator<StreamTrim?>
    {
        public TrimValidator()
        {
            RuleFor(t => t!.ThresholdCase).NotEqual(StreamTrim.ThresholdOneofCase.None)
                .OverridePropertyName("threshold").WithMessage("must be set: max_length or min_id");
            RuleFor(t => t!.MaxLength).MustNotBeNegative();
            RuleFor(t => t!.Limit).MustNotBeNegative();
            RuleFor(t => t!.HasLimit).Equal(false).When(t => !t!.Approximate)
                .OverridePropertyName("limit").WithMessage("goes with approximate only");
        }
    }
}
