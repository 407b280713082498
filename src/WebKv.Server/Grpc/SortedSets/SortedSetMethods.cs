using WebKv.V1;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>The methods of SortedSetService.</summary>
internal static class SortedSetMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.Add<AddSortedSetEntriesRequest, AddSortedSetEntriesResponse>(
            "AddSortedSetEntries", SortedSetOperations.AddSortedSetEntries);
        service.Add<RemoveSortedSetMembersRequest, RemoveSortedSetMembersResponse>(
            "RemoveSortedSetMembers", SortedSetOperations.RemoveSortedSetMembers);
        service.Add<IncrementSortedSetScoreRequest, IncrementSortedSetScoreResponse>(
            "IncrementSortedSetScore", SortedSetOperations.IncrementSortedSetScore);
        service.Add<GetSortedSetCardinalityRequest, GetSortedSetCardinalityResponse>(
            "GetSortedSetCardinality", SortedSetOperations.GetSortedSetCardinality);
        service.Add<GetSortedSetScoresRequest, GetSortedSetScoresResponse>(
            "GetSortedSetScores", SortedSetOperations.GetSortedSetScores);
        service.Add<GetSortedSetRankRequest, GetSortedSetRankResponse>(
            "GetSortedSetRank", SortedSetOperations.GetSortedSetRank);
        service.Add<PopSortedSetRequest, PopSortedSetResponse>("PopSortedSet", SortedSetOperations.PopSortedSet);
        service.AddWaiting<BlockingPopSortedSetRequest, BlockingPopSortedSetResponse>(
            "BlockingPopSortedSet", SortedSetOperations.BlockingPopSortedSet, request => request.Wait);
        service.Add<GetRandomSortedSetEntriesRequest, GetRandomSortedSetEntriesResponse>(
            "GetRandomSortedSetEntries", SortedSetOperations.GetRandomSortedSetEntries);
        service.Add<RangeSortedSetRequest, RangeSortedSetResponse>("RangeSortedSet", RangeOperations.RangeSortedSet);
        service.Add<StoreSortedSetRangeRequest, StoreSortedSetRangeResponse>(
            "StoreSortedSetRange", RangeOperations.StoreSortedSetRange);
        service.Add<CountSortedSetRequest, CountSortedSetResponse>("CountSortedSet", RangeOperations.CountSortedSet);
        service.Add<RemoveSortedSetRangeRequest, RemoveSortedSetRangeResponse>(
            "RemoveSortedSetRange", RangeOperations.RemoveSortedSetRange);
        service.Add<ScanSortedSetRequest, ScanSortedSetResponse>("ScanSortedSet", RangeOperations.ScanSortedSet);
        service.Add<CombineSortedSetsRequest, CombineSortedSetsResponse>(
            "CombineSortedSets", CombineOperations.CombineSortedSets);
        service.Add<StoreCombinedSortedSetsRequest, StoreCombinedSortedSetsResponse>(
            "StoreCombinedSortedSets", CombineOperations.StoreCombinedSortedSets);
    }
}
