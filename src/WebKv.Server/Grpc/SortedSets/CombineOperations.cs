using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using ScoreAggregate = WebKv.Engine.SortedSets.ScoreAggregate;
using SortedSetOperation = WebKv.Engine.SortedSets.SortedSetOperation;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>The methods of SortedSetService on several sorted sets; requests have passed validation.</summary>
internal static class CombineOperations
{
    public static Error? CombineSortedSets(
        OperationScope scope, CombineSortedSetsRequest request, out CombineSortedSetsResponse response)
    {
        response = new CombineSortedSetsResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        if (request.CountOnly)
        {
            var count = new ZInterCard { Sources = line.AsKeys(), Limit = request.Limit };
            Error? failure = scope.Execute(count, out IntegerReply counted);
            response.Count = counted.Value;
            return failure;
        }
        if (Read(scope, request, line.AsKeys(), out MembersReply members) is { } error)
            return error;
        response.Count = members.Count;
        return ScoredMembers.Copy(scope, members.Scored, response.Entries);
    }

    public static Error? StoreCombinedSortedSets(
        OperationScope scope, StoreCombinedSortedSetsRequest request, out StoreCombinedSortedSetsResponse response)
    {
        response = new StoreCombinedSortedSetsResponse();
        scope.StateKey = request.Destination;
        using CommandLine line = CommandLines.Of(request.Keys);
        if (Store(scope, request, line.AsKeys(), out IntegerReply count) is { } error)
            return error;
        response.Count = count.Value;
        response.Version = scope.Version();
        return null;
    }

    private static Error? Read(
        OperationScope scope, CombineSortedSetsRequest request, KeyList sources, out MembersReply members)
    {
        var weights = new ScoreWeights(request.Weights.ToArray());
        ScoreAggregate aggregate = AggregateOf(request.Aggregate);
        return OperationOf(request.Operation) switch
        {
            SortedSetOperation.Union => scope.Execute(
                new ZUnion { Sources = sources, Weights = weights, Aggregate = aggregate, WithScores = true },
                out members),
            SortedSetOperation.Intersection => scope.Execute(
                new ZInter { Sources = sources, Weights = weights, Aggregate = aggregate, WithScores = true },
                out members),
            _ => scope.Execute(new ZDiff { Sources = sources, WithScores = true }, out members),
        };
    }

    private static Error? Store(
        OperationScope scope, StoreCombinedSortedSetsRequest request, KeyList sources, out IntegerReply count)
    {
        Key destination = Key.Of(request.Destination.Span);
        var weights = new ScoreWeights(request.Weights.ToArray());
        ScoreAggregate aggregate = AggregateOf(request.Aggregate);
        return OperationOf(request.Operation) switch
        {
            SortedSetOperation.Union => scope.Execute(
                new ZUnionStore
                {
                    Destination = destination,
                    Sources = sources,
                    Weights = weights,
                    Aggregate = aggregate,
                },
                out count),
            SortedSetOperation.Intersection => scope.Execute(
                new ZInterStore
                {
                    Destination = destination,
                    Sources = sources,
                    Weights = weights,
                    Aggregate = aggregate,
                },
                out count),
            _ => scope.Execute(new ZDiffStore { Destination = destination, Sources = sources }, out count),
        };
    }

    private static SortedSetOperation OperationOf(V1.SortedSetOperation operation) => operation switch
    {
        V1.SortedSetOperation.Union => SortedSetOperation.Union,
        V1.SortedSetOperation.Intersection => SortedSetOperation.Intersection,
        _ => SortedSetOperation.Difference,
    };

    private static ScoreAggregate AggregateOf(V1.ScoreAggregate aggregate) => aggregate switch
    {
        V1.ScoreAggregate.Min => ScoreAggregate.Min,
        V1.ScoreAggregate.Max => ScoreAggregate.Max,
        _ => ScoreAggregate.Sum,
    };
}
