using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>The validators of SetService's requests.</summary>
internal static class SetValidators
{
    private const int PopCountMax = 1000;

    public static IEnumerable<IValidator> All { get; } =
    [
        new AddSetMembersValidator(),
        new RemoveSetMembersValidator(),
        new ContainsSetMembersValidator(),
        new ScanSetValidator(),
        new StreamSetMembersValidator(),
        new PopSetMembersValidator(),
        new CombineSetsValidator(),
        new StoreCombinedSetsValidator(),
    ];

    private static void MustBeOperation<T>(this IRuleBuilder<T, SetOperation> rule) =>
        rule.Must(operation => Enum.IsDefined(operation) && operation != SetOperation.Unspecified)
            .WithMessage("must be UNION, INTERSECTION or DIFFERENCE");

    internal sealed class AddSetMembersValidator : AbstractValidator<AddSetMembersRequest>
    {
        public AddSetMembersValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    internal sealed class RemoveSetMembersValidator : AbstractValidator<RemoveSetMembersRequest>
    {
        public RemoveSetMembersValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    internal sealed class PopSetMembersValidator : AbstractValidator<PopSetMembersRequest>
    {
        public PopSetMembersValidator() => RuleFor(r => r.Count).InclusiveBetween(1, PopCountMax)
            .When(r => r.HasCount).WithMessage($"must be from 1 to {PopCountMax}");
    }

    internal sealed class StoreCombinedSetsValidator : AbstractValidator<StoreCombinedSetsRequest>
    {
        public StoreCombinedSetsValidator()
        {
            RuleFor(r => r.Operation).MustBeOperation();
            RuleFor(r => r.Keys).MustHaveKeys();
        }
    }

    private sealed class ContainsSetMembersValidator : AbstractValidator<ContainsSetMembersRequest>
    {
        public ContainsSetMembersValidator() => RuleFor(r => r.Members).MustHaveMembers();
    }

    private sealed class ScanSetValidator : AbstractValidator<ScanSetRequest>
    {
        public ScanSetValidator() => RuleFor(r => r.PageSize).MustBePageSize();
    }

    private sealed class StreamSetMembersValidator : AbstractValidator<StreamSetMembersRequest>
    {
        public StreamSetMembersValidator() => RuleFor(r => r.PageSize).MustBePageSize();
    }

    private sealed class CombineSetsValidator : AbstractValidator<CombineSetsRequest>
    {
        public CombineSetsValidator()
        {
            RuleFor(r => r.Operation).MustBeOperation();
            RuleFor(r => r.Keys).MustHaveKeys();
            RuleFor(r => r.Limit).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
            RuleFor(r => r.Limit).Equal(0).When(r => !r.CountOnly && r.Limit > 0)
                .WithMessage("goes with count_only");
        }
    }
}
