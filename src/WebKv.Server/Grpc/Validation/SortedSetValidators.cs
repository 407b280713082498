using FluentValidation;
using Google.Protobuf.Collections;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of SortedSetService's requests.</summary>
internal static class SortedSetValidators
{
    private const int PopCountMax = 1000;

    public static IEnumerable<IValidator> All { get; } =
    [
        new AddSortedSetEntriesValidator(),
        new RemoveSortedSetMembersValidator(),
        new IncrementSortedSetScoreValidator(),
        new GetSortedSetScoresValidator(),
        new RangeSortedSetValidator(),
        new StoreSortedSetRangeValidator(),
        new CountSortedSetValidator(),
        new RemoveSortedSetRangeValidator(),
        new PopSortedSetValidator(),
        new BlockingPopSortedSetValidator(),
        new CombineSortedSetsValidator(),
        new StoreCombinedSortedSetsValidator(),
        new ScanSortedSetValidator(),
    ];

    private static void MustBeNumber<T>(this IRuleBuilder<T, double> rule) =>
        rule.Must(score => !double.IsNaN(score)).WithMessage("must not be NaN");

    private static void MustBeCondition<T>(this IRuleBuilder<T, ScoreCondition> rule) =>
        rule.IsInEnum().WithMessage("is no condition of this version");

    private static void MustBeOperation<T>(this IRuleBuilder<T, SortedSetOperation> rule) =>
        rule.IsInEnum().NotEqual(SortedSetOperation.Unspecified)
            .WithMessage("must be UNION, INTERSECTION or DIFFERENCE");

    private static void MustBeRange<T>(this IRuleBuilder<T, SortedSetRange> rule) =>
        rule.NotNull().WithMessage("must be set").SetValidator(new SortedSetRangeValidator());

    private static void MustGoWith<T>(
        this IRuleBuilder<T, RepeatedField<double>> rule, Func<T, int> keys, Func<T, SortedSetOperation> operation) =>
        rule.Must((request, weights) => weights.Count == 0 || weights.Count == keys(request))
                .WithMessage("must be none, or one for each key")
            .Must(weights => !weights.Any(double.IsNaN)).WithMessage("must not be NaN")
            .Must((request, weights) => weights.Count == 0 || operation(request) != SortedSetOperation.Difference)
                .WithMessage("do not go with a difference");

    private static void MustGoWith<T>(
        this IRuleBuilder<T, ScoreAggregate> rule, Func<T, SortedSetOperation> operation) =>
        rule.IsInEnum().WithMessage("is no aggregate of this version")
            .Must((request, aggregate) => aggregate == ScoreAggregate.Unspecified
                || operation(request) != SortedSetOperation.Difference)
                .WithMessage("does not go with a difference");

    internal sealed class AddSortedSetEntriesValidator : AbstractValidator<AddSortedSetEntriesRequest>
    {
        public AddSortedSetEntriesValidator()
        {
            RuleFor(r => r.Entries).Must(entries => entries.Count > 0).WithMessage("must hold at least one entry")
                .Must(entries => !entries.Any(entry => double.IsNaN(entry.Score)))
                    .WithMessage("must hold no score that is NaN");
            RuleFor(r => r.Condition).MustBeCondition();
        }
    }

    internal sealed class RemoveSortedSetMembersValidator : AbstractValidator<RemoveSortedSetMembersRequest>
    {
        public RemoveSortedSetMembersValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    internal sealed class IncrementSortedSetScoreValidator : AbstractValidator<IncrementSortedSetScoreRequest>
    {
        public IncrementSortedSetScoreValidator()
        {
            RuleFor(r => r.Increment).MustBeNumber();
            RuleFor(r => r.Condition).MustBeCondition();
        }
    }

    internal sealed class StoreSortedSetRangeValidator : AbstractValidator<StoreSortedSetRangeRequest>
    {
        public StoreSortedSetRangeValidator()
        {
            RuleFor(r => r.Range).MustBeRange();
            RuleFor(r => r.Offset).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
            RuleFor(r => r.Limit).GreaterThan(0).When(r => r.HasLimit).WithMessage("must be 1 or more");
            RuleFor(r => r.Range).Must((r, range) => range?.Ranks is null || (r.Offset == 0 && !r.HasLimit))
                .WithMessage("of positions goes with neither offset nor limit");
        }
    }

    internal sealed class RemoveSortedSetRangeValidator : AbstractValidator<RemoveSortedSetRangeRequest>
    {
        public RemoveSortedSetRangeValidator() => RuleFor(r => r.Range).MustBeRange();
    }

    internal sealed class PopSortedSetValidator : AbstractValidator<PopSortedSetRequest>
    {
        public PopSortedSetValidator()
        {
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.End).IsInEnum().NotEqual(SortedSetEnd.Unspecified).WithMessage("must be MIN or MAX");
            RuleFor(r => r.Count).InclusiveBetween(1, PopCountMax)
                .When(r => r.HasCount).WithMessage($"must be from 1 to {PopCountMax}");
        }
    }

    private sealed class BlockingPopSortedSetValidator : AbstractValidator<BlockingPopSortedSetRequest>
    {
        public BlockingPopSortedSetValidator()
        {
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.End).IsInEnum().NotEqual(SortedSetEnd.Unspecified).WithMessage("must be MIN or MAX");
            RuleFor(r => r.Count).InclusiveBetween(1, PopCountMax)
                .When(r => r.HasCount).WithMessage($"must be from 1 to {PopCountMax}");
            RuleFor(r => r.Wait).MustBeWait();
        }
    }

    internal sealed class StoreCombinedSortedSetsValidator : AbstractValidator<StoreCombinedSortedSetsRequest>
    {
        public StoreCombinedSortedSetsValidator()
        {
            RuleFor(r => r.Operation).MustBeOperation();
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.Weights).MustGoWith(r => r.Keys.Count, r => r.Operation);
            RuleFor(r => r.Aggregate).MustGoWith(r => r.Operation);
        }
    }

    private sealed class GetSortedSetScoresValidator : AbstractValidator<GetSortedSetScoresRequest>
    {
        public GetSortedSetScoresValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    private sealed class RangeSortedSetValidator : AbstractValidator<RangeSortedSetRequest>
    {
        public RangeSortedSetValidator()
        {
            RuleFor(r => r.Range).MustBeRange();
            RuleFor(r => r.Offset).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
            RuleFor(r => r.Limit).GreaterThan(0).When(r => r.HasLimit).WithMessage("must be 1 or more");
            RuleFor(r => r.Range).Must((r, range) => range?.Ranks is null || (r.Offset == 0 && !r.HasLimit))
                .WithMessage("of positions goes with neither offset nor limit");
        }
    }

    private sealed class CountSortedSetValidator : AbstractValidator<CountSortedSetRequest>
    {
        public CountSortedSetValidator()
        {
            RuleFor(r => r.Range).MustBeRange();
            RuleFor(r => r.Range).Must(range => range?.Ranks is null).WithMessage("must be of scores or members");
        }
    }

    private sealed class CombineSortedSetsValidator : AbstractValidator<CombineSortedSetsRequest>
    {
        public CombineSortedSetsValidator()
        {
            RuleFor(r => r.Operation).MustBeOperation();
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.Weights).MustGoWith(r => r.Keys.Count, r => r.Operation);
            RuleFor(r => r.Aggregate).MustGoWith(r => r.Operation);
            RuleFor(r => r.CountOnly).Equal(false).When(r => r.Operation != SortedSetOperation.Intersection)
                .WithMessage("goes with an intersection");
            RuleFor(r => r.Limit).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
            RuleFor(r => r.Limit).Equal(0).When(r => !r.CountOnly && r.Limit > 0).WithMessage("goes with count_only");
        }
    }

    private sealed class ScanSortedSetValidator : AbstractValidator<ScanSortedSetRequest>
    {
        public ScanSortedSetValidator() => RuleFor(r => r.PageSize).MustBePageSize();
    }

    private sealed class SortedSetRangeValidator : AbstractValidator<SortedSetRange>
    {
        public SortedSetRangeValidator()
        {
            RuleFor(r => r.KindCase).NotEqual(SortedSetRange.KindOneofCase.None)
                .OverridePropertyName("kind").WithMessage("must be set: ranks, scores or members");
            RuleFor(r => r.Scores).Must(scores => !IsNaN(scores?.Min) && !IsNaN(scores?.Max))
                .WithMessage("must not be NaN");
        }

        private static bool IsNaN(ScoreBound? bound) => bound is not null && double.IsNaN(bound.Value);
    }
}
