using WebKv.Engine.SortedSets;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>The operations of SortedSetService as steps of a transaction.</summary>
internal static class SortedSetSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.AddSortedSetEntries] = TypedStep.Of<AddSortedSetEntriesRequest, AddSortedSetEntriesResponse>(
            ZAdd.Info, o => o.AddSortedSetEntries, r => [r.Key], null,
            SortedSetOperations.AddSortedSetEntries, (r, v) => r.AddSortedSetEntries = v),
        [Kind.RemoveSortedSetMembers] = TypedStep.Of<RemoveSortedSetMembersRequest, RemoveSortedSetMembersResponse>(
            ZRem.Info, o => o.RemoveSortedSetMembers, r => [r.Key], null,
            SortedSetOperations.RemoveSortedSetMembers, (r, v) => r.RemoveSortedSetMembers = v),
        [Kind.IncrementSortedSetScore] =
            TypedStep.Of<IncrementSortedSetScoreRequest, IncrementSortedSetScoreResponse>(
                ZAdd.Info, o => o.IncrementSortedSetScore, r => [r.Key], null,
                SortedSetOperations.IncrementSortedSetScore, (r, v) => r.IncrementSortedSetScore = v),
        [Kind.StoreSortedSetRange] = TypedStep.Of<StoreSortedSetRangeRequest, StoreSortedSetRangeResponse>(
            ZRangeStore.Info, o => o.StoreSortedSetRange, r => [r.Key, r.Destination], null,
            RangeOperations.StoreSortedSetRange, (r, v) => r.StoreSortedSetRange = v),
        [Kind.RemoveSortedSetRange] = TypedStep.Of<RemoveSortedSetRangeRequest, RemoveSortedSetRangeResponse>(
            ZRemRangeByRank.Info, o => o.RemoveSortedSetRange, r => [r.Key], null,
            RangeOperations.RemoveSortedSetRange, (r, v) => r.RemoveSortedSetRange = v),
        [Kind.PopSortedSet] = TypedStep.Of<PopSortedSetRequest, PopSortedSetResponse>(
            ZMPop.Info, o => o.PopSortedSet, r => r.Keys, null,
            SortedSetOperations.PopSortedSet, (r, v) => r.PopSortedSet = v),
        [Kind.StoreCombinedSortedSets] =
            TypedStep.Of<StoreCombinedSortedSetsRequest, StoreCombinedSortedSetsResponse>(
                ZUnionStore.Info, o => o.StoreCombinedSortedSets, r => r.Keys.Append(r.Destination), null,
                CombineOperations.StoreCombinedSortedSets, (r, v) => r.StoreCombinedSortedSets = v),
    };
}
