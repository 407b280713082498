using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Validation;

/// <summary>A transaction: each operation is held to the rules of its own method.</summary>
internal sealed class ExecuteTransactionValidator : AbstractValidator<ExecuteTransactionRequest>
{
    public ExecuteTransactionValidator(int preconditionsMax, int operationsMax)
    {
        RuleFor(r => r.Preconditions).Must(list => list.Count <= preconditionsMax)
            .WithMessage($"must hold at most {preconditionsMax} preconditions");
        RuleFor(r => r.Operations).Must(list => list.Count <= operationsMax)
            .WithMessage($"must hold at most {operationsMax} operations");
        RuleForEach(r => r.Preconditions).SetValidator(new PreconditionValidator());
        RuleForEach(r => r.Operations).SetValidator(new OperationValidator());
    }

    private sealed class PreconditionValidator : AbstractValidator<Precondition>
    {
        public PreconditionValidator() =>
            RuleFor(p => p.Condition).NotNull().WithMessage("must be set").SetValidator(ConditionValidator.Instance);
    }

    private sealed class OperationValidator : AbstractValidator<Operation>
    {
        public OperationValidator()
        {
            RuleFor(o => o.KindCase).NotEqual(Operation.KindOneofCase.None)
                .OverridePropertyName("kind").WithMessage("must be set to an operation of this version");
            RuleFor(o => o.RawCommand).Must(command => command is null || command.Args.Count > 0)
                .WithMessage("must have at least the command's name in args");
            AddKeys();
            AddStrings();
            AddLists();
            AddSets();
            AddSortedSets();
            AddHashes();
            AddStreams();
        }

        private void AddKeys()
        {
            RuleFor(o => o.DeleteKeys).SetValidator(new KeyValidators.DeleteKeysValidator());
            RuleFor(o => o.TouchKeys).SetValidator(new KeyValidators.TouchKeysValidator());
            RuleFor(o => o.SetExpiration).SetValidator(new KeyValidators.SetExpirationValidator());
        }

        private void AddStrings()
        {
            RuleFor(o => o.SetString).SetValidator(new StringValidators.SetStringValidator());
            RuleFor(o => o.BatchSetStrings).SetValidator(new StringValidators.BatchSetStringsValidator());
            RuleFor(o => o.SetStringRange).SetValidator(new StringValidators.SetStringRangeValidator());
            RuleFor(o => o.IncrementString).SetValidator(new StringValidators.IncrementStringValidator());
            RuleFor(o => o.IncrementStringFloat).SetValidator(new StringValidators.IncrementStringFloatValidator());
            RuleFor(o => o.GetAndExpireString).SetValidator(new StringValidators.GetAndExpireStringValidator());
            RuleFor(o => o.SetBit).SetValidator(new StringValidators.SetBitValidator());
            RuleFor(o => o.CombineBits).SetValidator(new StringValidators.CombineBitsValidator());
        }

        private void AddLists()
        {
            RuleFor(o => o.PushList).SetValidator(new ListValidators.PushListValidator());
            RuleFor(o => o.PopList).SetValidator(new ListValidators.PopListValidator());
            RuleFor(o => o.MoveListItem).SetValidator(new ListValidators.MoveListItemValidator());
        }

        private void AddSets()
        {
            RuleFor(o => o.AddSetMembers).SetValidator(new SetValidators.AddSetMembersValidator());
            RuleFor(o => o.RemoveSetMembers).SetValidator(new SetValidators.RemoveSetMembersValidator());
            RuleFor(o => o.PopSetMembers).SetValidator(new SetValidators.PopSetMembersValidator());
            RuleFor(o => o.StoreCombinedSets).SetValidator(new SetValidators.StoreCombinedSetsValidator());
        }

        private void AddSortedSets()
        {
            RuleFor(o => o.AddSortedSetEntries)
                .SetValidator(new SortedSetValidators.AddSortedSetEntriesValidator());
            RuleFor(o => o.RemoveSortedSetMembers)
                .SetValidator(new SortedSetValidators.RemoveSortedSetMembersValidator());
            RuleFor(o => o.IncrementSortedSetScore)
                .SetValidator(new SortedSetValidators.IncrementSortedSetScoreValidator());
            RuleFor(o => o.StoreSortedSetRange)
                .SetValidator(new SortedSetValidators.StoreSortedSetRangeValidator());
            RuleFor(o => o.RemoveSortedSetRange)
                .SetValidator(new SortedSetValidators.RemoveSortedSetRangeValidator());
            RuleFor(o => o.PopSortedSet).SetValidator(new SortedSetValidators.PopSortedSetValidator());
            RuleFor(o => o.StoreCombinedSortedSets)
                .SetValidator(new SortedSetValidators.StoreCombinedSortedSetsValidator());
        }

        private void AddHashes()
        {
            RuleFor(o => o.SetHashFields).SetValidator(new HashValidators.SetHashFieldsValidator());
            RuleFor(o => o.DeleteHashFields).SetValidator(new HashValidators.DeleteHashFieldsValidator());
            RuleFor(o => o.GetAndDeleteHashFields).SetValidator(new HashValidators.GetAndDeleteHashFieldsValidator());
            RuleFor(o => o.GetAndExpireHashFields).SetValidator(new HashValidators.GetAndExpireHashFieldsValidator());
            RuleFor(o => o.IncrementHashFieldFloat)
                .SetValidator(new HashValidators.IncrementHashFieldFloatValidator());
            RuleFor(o => o.SetHashFieldExpirations).SetValidator(new HashValidators.SetHashFieldExpirationsValidator());
            RuleFor(o => o.ClearHashFieldExpirations)
                .SetValidator(new HashValidators.ClearHashFieldExpirationsValidator());
        }

        private void AddStreams()
        {
            RuleFor(o => o.AppendStream).SetValidator(new StreamValidators.AppendStreamValidator());
            RuleFor(o => o.DeleteStreamEntries).SetValidator(new StreamValidators.DeleteStreamEntriesValidator());
            RuleFor(o => o.TrimStream).SetValidator(new StreamValidators.TrimStreamValidator());
            RuleFor(o => o.CreateGroup).SetValidator(new StreamValidators.CreateGroupValidator());
            RuleFor(o => o.SetGroupPosition).SetValidator(new StreamValidators.SetGroupPositionValidator());
            RuleFor(o => o.ReadGroup).SetValidator(new StreamValidators.ReadGroupValidator());
            RuleFor(o => o.AcknowledgeEntries).SetValidator(new StreamValidators.AcknowledgeEntriesValidator());
            RuleFor(o => o.ClaimEntries).SetValidator(new StreamValidators.ClaimEntriesValidator());
            RuleFor(o => o.AutoClaimEntries).SetValidator(new StreamValidators.AutoClaimEntriesValidator());
        }
    }
}
