using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Several sorted sets at once.</summary>
internal static class SortedSetCombineEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<SortedSetCombineRequest>("/sorted-sets:combine", SortedSetCombineDocs.Combine, Combine);
        routes.PostWaiting<SortedSetMultiPopRequest>("/sorted-sets:pop", SortedSetCombineDocs.Pop, Pop);
    }

    private static Task Combine(ref RestCall call, SortedSetCombineRequest request)
    {
        using CommandLine line = NameLine.Of(request.Keys!);
        KeyList sources = line.AsKeys();
        if (request.StoreInto is not null)
            return Store(ref call, request, sources);
        if (request.CountOnly != true)
            return Read(ref call, request, sources);
        var command = new ZInterCard { Sources = sources, Limit = request.Limit ?? 0 };
        Error? error = call.Execute(command, out IntegerReply count);
        return Answer(ref call, error, new SortedSetCombineResult(count.Value, null));
    }

    private static Task Read(ref RestCall call, SortedSetCombineRequest request, KeyList sources)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        ScoreWeights weights = WeightsOf(request);
        ScoreAggregate aggregate = AggregateOf(request);
        MembersReply members;
        Error? error = OperationOf(request) switch
        {
            SortedSetOperation.Union => call.Execute(
                new ZUnion { Sources = sources, Weights = weights, Aggregate = aggregate, WithScores = true },
                out members),
            SortedSetOperation.Intersection => call.Execute(
                new ZInter { Sources = sources, Weights = weights, Aggregate = aggregate, WithScores = true },
                out members),
            _ => call.Execute(new ZDiff { Sources = sources, WithScores = true }, out members),
        };
        if (error is null && ScoredList.Refuse(members.Scored, encoding) is { } refusal)
            return call.Fail(refusal);
        return Answer(
            ref call, error, new SortedSetCombineResult(members.Count, new ScoredList(members.Scored, encoding)));
    }

    private static Task Store(ref RestCall call, SortedSetCombineRequest request, KeyList sources)
    {
        call.StateKey = request.StoreInto!.Bytes;
        Key destination = Key.Of(request.StoreInto.Bytes);
        ScoreWeights weights = WeightsOf(request);
        ScoreAggregate aggregate = AggregateOf(request);
        IntegerReply count;
        Error? error = OperationOf(request) switch
        {
            SortedSetOperation.Union => call.Execute(
                new ZUnionStore
                {
                    Destination = destination,
                    Sources = sources,
                    Weights = weights,
                    Aggregate = aggregate,
                },
                out count),
            SortedSetOperation.Intersection => call.Execute(
                new ZInterStore
                {
                    Destination = destination,
                    Sources = sources,
                    Weights = weights,
                    Aggregate = aggregate,
                },
                out count),
            _ => call.Execute(new ZDiffStore { Destination = destination, Sources = sources }, out count),
        };
        return Answer(ref call, error, new SortedSetCombineResult(count.Value, null));
    }

    private static Task Pop(ref RestCall call, SortedSetMultiPopRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        using CommandLine line = NameLine.Of(request.Keys!);
        KeyList keys = line.AsKeys();
        bool highest = request.End == "max";
        long count = request.Count ?? 1;
        MultiPopReply popped;
        Error? error = call.WaitMs == 0
            ? call.Execute(new ZMPop { Keys = keys, Highest = highest, Count = count }, out popped)
            : call.Execute(
                new BZMPop { Keys = keys, Highest = highest, Count = count, TimeoutMs = call.WaitMs }, out popped);
        if (error is not null || popped.IsNull)
            return call.NoContent(error);
        var result = new SortedSetMultiPopResult(
            new BinaryValue(popped.Key.ToArray(), encoding), new ScoredList(popped.Taken, encoding));
        return call.Json(null, result, RestJsonContext.Default.SortedSetMultiPopResult);
    }

    private static SortedSetOperation OperationOf(SortedSetCombineRequest request) =>
        Enum.Parse<SortedSetOperation>(request.Op!, ignoreCase: true);

    private static ScoreAggregate AggregateOf(SortedSetCombineRequest request) =>
        Enum.Parse<ScoreAggregate>(request.Aggregate ?? nameof(ScoreAggregate.Sum), ignoreCase: true);

    private static ScoreWeights WeightsOf(SortedSetCombineRequest request) => request.Weights is null
        ? default
        : new ScoreWeights(request.Weights.Select(weight => weight.Value).ToArray());

    private static Task Answer(ref RestCall call, Error? error, SortedSetCombineResult result) =>
        call.Json(error, result, RestJsonContext.Default.SortedSetCombineResult);
}
