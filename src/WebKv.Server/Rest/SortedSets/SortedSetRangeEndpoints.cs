using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Parts of one sorted set: ranges, pages, random members.</summary>
internal static class SortedSetRangeEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/sorted-sets/{key}/entries", SortedSetRangeDocs.List, List);
        routes.Get("/sorted-sets/{key}/count", SortedSetRangeDocs.Count, Count);
        routes.Get("/sorted-sets/{key}/random", SortedSetRangeDocs.Random, Random);
        routes.Get("/sorted-sets/{key}/scan", SortedSetRangeDocs.Scan, Scan);
        routes.Post<SortedSetRemoveRangeRequest>(
            "/sorted-sets/{key}/remove-range", SortedSetRangeDocs.Remove, Remove);
        routes.Post<SortedSetStoreRangeRequest>("/sorted-sets:storeRange", SortedSetRangeDocs.Store, Store);
    }

    private static Task List(ref RestCall call)
    {
        SortedSetRange range = RangeQuery.ReadWithLimit(ref call.Url);
        BinaryEncoding encoding = call.ReadEncoding();
        var command = new ZRange { Key = call.Key, Range = range, WithScores = true };
        Error? error = call.Execute(command, out MembersReply members);
        return Answer(ref call, error, members.Scored, encoding);
    }

    private static Task Count(ref RestCall call)
    {
        SortedSetRange range = RangeQuery.Read(ref call.Url, reverse: false, allowsRanks: false);
        IntegerReply count;
        Error? error = range.By == SortedSetOrder.Score
            ? call.Execute(new ZCount { Key = call.Key, Range = range }, out count)
            : call.Execute(new ZLexCount { Key = call.Key, Range = range }, out count);
        return call.Json(error, new SortedSetCountResult(count.Value), RestJsonContext.Default.SortedSetCountResult);
    }

    private static Task Random(ref RestCall call)
    {
        long count = call.Url.Integer("count", min: -long.MaxValue / 2, max: long.MaxValue / 2) ?? 1;
        BinaryEncoding encoding = call.ReadEncoding();
        var command = new ZRandMember { Key = call.Key, Count = count, WithScores = true };
        Error? error = call.Execute(command, out RandomMembersReply reply);
        return error is null && reply.Drawn.Count == 0
            ? call.NoContent(null)
            : Answer(ref call, error, reply.Drawn.Scored, encoding);
    }

    private static Task Scan(ref RestCall call)
    {
        byte[]? match = call.Url.Bytes("match");
        PageQuery page = PageQuery.Read(ref call, "sorted set", match);
        BinaryEncoding encoding = call.ReadEncoding();
        var command = new ZScan
        {
            Key = call.Key,
            Cursor = page.Cursor,
            Count = page.Limit,
            Filter = match is null ? default : new ScanFilter { Pattern = match },
        };
        if (call.Execute(command, out ScoredScanReply reply) is { } error)
            return call.Fail(error);
        if (ScoredList.Refuse(reply.Elements, encoding) is { } refusal)
            return call.Fail(refusal);
        var result = new SortedSetPage(new ScoredList(reply.Elements, encoding), page.TokenOf(reply.Cursor));
        return call.Json(null, result, RestJsonContext.Default.SortedSetPage);
    }

    private static Task Remove(ref RestCall call, SortedSetRemoveRangeRequest request)
    {
        SortedSetRange range = RangeBodies.Of(request.Ranks, request.Scores, request.Members, reverse: false);
        IntegerReply removed;
        Error? error = range.By switch
        {
            SortedSetOrder.Rank => call.Execute(new ZRemRangeByRank { Key = call.Key, Range = range }, out removed),
            SortedSetOrder.Score => call.Execute(new ZRemRangeByScore { Key = call.Key, Range = range }, out removed),
            _ => call.Execute(new ZRemRangeByLex { Key = call.Key, Range = range }, out removed),
        };
        return call.Json(
            error, new SortedSetRemovedResult(removed.Value), RestJsonContext.Default.SortedSetRemovedResult);
    }

    private static Task Store(ref RestCall call, SortedSetStoreRangeRequest request)
    {
        call.StateKey = request.StoreInto!.Bytes;
        SortedSetRange range = RangeBodies.Of(
            request.Ranks, request.Scores, request.Members, request.Reverse == true);
        if (request.Offset is not null || request.Limit is not null)
            range = range.WithLimit(request.Offset ?? 0, request.Limit ?? -1);
        var command = new ZRangeStore
        {
            Destination = Key.Of(request.StoreInto.Bytes),
            Source = Key.Of(request.From!.Bytes),
            Range = range,
        };
        Error? error = call.Execute(command, out IntegerReply count);
        return call.Json(error, new SortedSetCountResult(count.Value), RestJsonContext.Default.SortedSetCountResult);
    }

    private static Task Answer(ref RestCall call, Error? error, ScoredReply entries, BinaryEncoding encoding)
    {
        if (error is null && ScoredList.Refuse(entries, encoding) is { } refusal)
            return call.Fail(refusal);
        var result = new SortedSetEntriesResult(new ScoredList(entries, encoding));
        return call.Json(error, result, RestJsonContext.Default.SortedSetEntriesResult);
    }
}
