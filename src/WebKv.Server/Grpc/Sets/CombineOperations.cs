using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using SetOperation = WebKv.Engine.Sets.SetOperation;

namespace WebKv.Server.Grpc.Sets;

/// <summary>The methods of SetService on several sets; requests have passed validation.</summary>
internal static class CombineOperations
{
    public static Error? CombineSets(OperationScope scope, CombineSetsRequest request, out CombineSetsResponse response)
    {
        response = new CombineSetsResponse();
        using CommandLine keys = CommandLines.Of(request.Keys);
        SetOperation operation = OperationOf(request.Operation);
        if (request.CountOnly)
        {
            var count = new CountCombined { Operation = operation, Sources = keys.AsKeys(), Limit = request.Limit };
            Error? failure = scope.Execute(count, out IntegerReply counted);
            response.Count = counted.Value;
            return failure;
        }
        if (Read(scope, operation, keys.AsKeys(), out BulksReply members) is { } error)
            return error;
        response.Count = members.Count;
        return scope.Copy(members, response.Members);
    }

    public static Error? StoreCombinedSets(
        OperationScope scope, StoreCombinedSetsRequest request, out StoreCombinedSetsResponse response)
    {
        response = new StoreCombinedSetsResponse();
        scope.StateKey = request.Destination;
        using CommandLine keys = CommandLines.Of(request.Keys);
        Error? error = Store(scope, OperationOf(request.Operation), Key.Of(request.Destination.Span), keys.AsKeys(),
            out IntegerReply count);
        if (error is not null)
            return error;
        response.Count = count.Value;
        response.Version = scope.Version();
        return null;
    }

    private static Error? Read(
        OperationScope scope, SetOperation operation, KeyList sources, out BulksReply members) => operation switch
        {
            SetOperation.Union => scope.Execute(new SUnion { Sources = sources }, out members),
            SetOperation.Intersection => scope.Execute(new SInter { Sources = sources }, out members),
            _ => scope.Execute(new SDiff { Sources = sources }, out members),
        };

    private static Error? Store(
        OperationScope scope, SetOperation operation, Key destination, KeyList sources, out IntegerReply count) =>
        operation switch
        {
            SetOperation.Union => scope.Execute(
                new SUnionStore { Destination = destination, Sources = sources }, out count),
            SetOperation.Intersection => scope.Execute(
                new SInterStore { Destination = destination, Sources = sources }, out count),
            _ => scope.Execute(new SDiffStore { Destination = destination, Sources = sources }, out count),
        };

    private static SetOperation OperationOf(V1.SetOperation operation) => operation switch
    {
        V1.SetOperation.Union => SetOperation.Union,
        V1.SetOperation.Intersection => SetOperation.Intersection,
        _ => SetOperation.Difference,
    };
}
