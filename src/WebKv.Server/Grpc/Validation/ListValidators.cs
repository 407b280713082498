using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of ListService's requests.</summary>
internal static class ListValidators
{
    public static IEnumerable<IValidator> All { get; } =
    [
        new PushListValidator(),
        new PopListValidator(),
        new BlockingPopListValidator(),
        new MoveListItemValidator(),
        new BlockingMoveListItemValidator(),
        new FindListPositionsValidator(),
    ];

    private static void MustBeSide<T>(this IRuleBuilder<T, ListSide> rule) =>
        rule.IsInEnum().WithMessage("is no side of this version");

    private static void MustBeGivenSide<T>(this IRuleBuilder<T, ListSide> rule) =>
        rule.Must(side => side is ListSide.Left or ListSide.Right).WithMessage("must be left or right");

    internal sealed class PushListValidator : AbstractValidator<PushListRequest>
    {
        public PushListValidator()
        {
            RuleFor(r => r.Side).MustBeSide();
            RuleFor(r => r.Values).Must(values => values.Count > 0).WithMessage("must hold at least one value");
            RuleFor(r => r.TrimTo).GreaterThan(0).When(r => r.HasTrimTo).WithMessage("must be at least 1");
        }
    }

    internal sealed class PopListValidator : AbstractValidator<PopListRequest>
    {
        public PopListValidator()
        {
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.Side).MustBeSide();
            RuleFor(r => r.Count).GreaterThan(0).When(r => r.HasCount).WithMessage("must be at least 1");
        }
    }

    private sealed class BlockingPopListValidator : AbstractValidator<BlockingPopListRequest>
    {
        public BlockingPopListValidator()
        {
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.Side).MustBeSide();
            RuleFor(r => r.Count).GreaterThan(0).When(r => r.HasCount).WithMessage("must be at least 1");
            RuleFor(r => r.Wait).MustBeWait();
        }
    }

    private sealed class BlockingMoveListItemValidator : AbstractValidator<BlockingMoveListItemRequest>
    {
        public BlockingMoveListItemValidator()
        {
            RuleFor(r => r.From).MustBeGivenSide();
            RuleFor(r => r.To).MustBeGivenSide();
            RuleFor(r => r.Wait).MustBeWait();
        }
    }

    internal sealed class MoveListItemValidator : AbstractValidator<MoveListItemRequest>
    {
        public MoveListItemValidator()
        {
            RuleFor(r => r.From).MustBeGivenSide();
            RuleFor(r => r.To).MustBeGivenSide();
        }
    }

    private sealed class FindListPositionsValidator : AbstractValidator<FindListPositionsRequest>
    {
        public FindListPositionsValidator()
        {
            RuleFor(r => r.Rank).Must(rank => rank is not (0 or long.MinValue)).When(r => r.HasRank)
                .WithMessage("must not be 0, nor the smallest integer");
            RuleFor(r => r.Count).GreaterThanOrEqualTo(0).When(r => r.HasCount).WithMessage("must not be negative");
            RuleFor(r => r.MaxLength).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
        }
    }
}
