using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>One sorted set and its members; a missing key is a set without any.</summary>
internal static class SortedSetEndpoints
{
    private static readonly Error NoSuchMember = new(ErrorCode.NotFound, "ERR the sorted set has no such member");

    public static void Map(RestRoutes routes)
    {
        routes.GetAndHead("/sorted-sets/{key}", SortedSetDocs.Describe, Describe);
        routes.Get("/sorted-sets/{key}/entries/{member}", SortedSetDocs.Read, Read);
        routes.Put<SortedSetPutRequest>("/sorted-sets/{key}/entries/{member}", SortedSetDocs.Put, Put);
        routes.Delete("/sorted-sets/{key}/entries/{member}", SortedSetDocs.Delete, Delete);
        routes.Post<SortedSetAddRequest>("/sorted-sets/{key}/add", SortedSetDocs.Add, Add);
        routes.Post<SortedSetIncrementRequest>("/sorted-sets/{key}/increment", SortedSetDocs.Increment, Increment);
        routes.Post<SortedSetMembersRequest>("/sorted-sets/{key}/remove", SortedSetDocs.Remove, Remove);
        routes.Post<SortedSetMembersRequest>("/sorted-sets/{key}/scores", SortedSetDocs.Scores, Scores);
        routes.PostWaiting<SortedSetPopRequest>("/sorted-sets/{key}/pop", SortedSetDocs.Pop, Pop);
    }

    private static Task Describe(ref RestCall call)
    {
        Error? error = call.Execute(new ZCard { Key = call.Key }, out IntegerReply count) ?? call.MissingKey;
        if (error is not null)
            return call.Fail(error);
        ResponseHeaders.SetKey(call.Http.Response, call.State, call.NowMs);
        var facts = new SortedSetFacts(
            count.Value, call.State.TtlMs(call.NowMs), EntityTag.Format(call.State.Etag, 'r'));
        return call.Json(null, facts, RestJsonContext.Default.SortedSetFacts);
    }

    private static Task Read(ref RestCall call)
    {
        var command = new ZRank { Key = call.Key, Member = call.PathName("member"), WithScore = true };
        Error? error = call.Execute(command, out RankReply found);
        if (error is null && found.IsNull)
            error = NoSuchMember;
        var result = new SortedSetEntryResult(new JsonDouble(found.Score), found.Rank, found.RankFromOtherEnd);
        return call.Json(error, result, RestJsonContext.Default.SortedSetEntryResult);
    }

    private static Task Put(ref RestCall call, SortedSetPutRequest request)
    {
        using CommandLine line = new CommandLine().Add(call.PathName("member"));
        var command = new ZAdd
        {
            Key = call.Key,
            Pairs = new ScoredPairs((double[])[request.Score!.Value.Value], line.Arguments),
            Conditions = ScoreModes.Of(request.Mode),
        };
        Error? error = call.Execute(command, out ZAddReply reply);
        if (error is null && reply.Score is null)
            error = CommonErrors.PreconditionFailed;
        return call.Stored(error, isNew: reply.Added == 1);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        using CommandLine line = new CommandLine().Add(call.PathName("member"));
        Error? error = call.Execute(new ZRem { Key = call.Key, Members = line.AsValues() }, out IntegerReply removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = NoSuchMember;
        return call.NoContent(error);
    }

    private static Task Add(ref RestCall call, SortedSetAddRequest request)
    {
        var scores = new double[request.Entries!.Count];
        using var line = new CommandLine();
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = request.Entries[i]!.Score!.Value.Value;
            line.Add(request.Entries[i]!.Member!.Bytes);
        }
        var command = new ZAdd
        {
            Key = call.Key,
            Pairs = new ScoredPairs(scores, line.Arguments),
            Conditions = ScoreModes.Of(request.Mode),
        };
        Error? error = call.Execute(command, out ZAddReply reply);
        return call.Json(
            error, new SortedSetAddResult(reply.Added, reply.Changed), RestJsonContext.Default.SortedSetAddResult);
    }

    private static Task Increment(ref RestCall call, SortedSetIncrementRequest request)
    {
        using CommandLine line = new CommandLine().Add(request.Member!.Bytes);
        var command = new ZAdd
        {
            Key = call.Key,
            Pairs = new ScoredPairs((double[])[request.By?.Value ?? 1], line.Arguments),
            Conditions = ScoreModes.Of(request.Mode),
            Increments = true,
        };
        Error? error = call.Execute(command, out ZAddReply reply);
        if (error is null && reply.Score is null)
            error = CommonErrors.PreconditionFailed;
        var result = new SortedSetScoreResult(new JsonDouble(reply.Score ?? 0));
        return call.Json(error, result, RestJsonContext.Default.SortedSetScoreResult);
    }

    private static Task Remove(ref RestCall call, SortedSetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new ZRem { Key = call.Key, Members = line.AsValues() }, out IntegerReply removed);
        return call.Json(
            error, new SortedSetRemovedResult(removed.Value), RestJsonContext.Default.SortedSetRemovedResult);
    }

    private static Task Scores(ref RestCall call, SortedSetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new ZMScore { Key = call.Key, Members = line.AsValues() }, out ScoresReply found);
        var scores = new JsonDouble?[error is null ? found.Count : 0];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = found[i] is { } score ? new JsonDouble(score) : null;
        return call.Json(error, new SortedSetScoresResult(scores), RestJsonContext.Default.SortedSetScoresResult);
    }

    private static Task Pop(ref RestCall call, SortedSetPopRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        long count = request.Count ?? 1;
        if (call.WaitMs > 0)
            return PopOrWait(ref call, request.End == "max", count, encoding);
        PopReply popped;
        Error? error = request.End == "max"
            ? call.Execute(new ZPopMax { Key = call.Key, Count = count }, out popped)
            : call.Execute(new ZPopMin { Key = call.Key, Count = count }, out popped);
        if (error is not null || popped.Taken.Count == 0)
            return call.NoContent(error);
        var result = new SortedSetEntriesResult(new ScoredList(popped.Taken, encoding));
        return call.Json(null, result, RestJsonContext.Default.SortedSetEntriesResult);
    }

    private static Task PopOrWait(ref RestCall call, bool highest, long count, BinaryEncoding encoding)
    {
        using CommandLine keys = new CommandLine().Add(call.Key.Bytes);
        var command = new BZMPop { Keys = keys.AsKeys(), Highest = highest, Count = count, TimeoutMs = call.WaitMs };
        Error? error = call.Execute(command, out MultiPopReply popped);
        if (error is not null || popped.IsNull)
            return call.NoContent(error);
        var result = new SortedSetEntriesResult(new ScoredList(popped.Taken, encoding));
        return call.Json(null, result, RestJsonContext.Default.SortedSetEntriesResult);
    }
}
