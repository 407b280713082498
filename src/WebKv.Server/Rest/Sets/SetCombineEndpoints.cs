using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Sets;

/// <summary>Several sets at once.</summary>
internal static class SetCombineEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<SetCombineRequest>("/sets:combine", SetDocs.Combine, Combine);
        routes.Post<SetMoveRequest>("/sets:move", SetDocs.Move, Move);
    }

    private static Task Combine(ref RestCall call, SetCombineRequest request)
    {
        var operation = Enum.Parse<SetOperation>(request.Op!, ignoreCase: true);
        using CommandLine keys = NameLine.Of(request.Keys!);
        if (request.StoreInto is not null)
            return Store(ref call, operation, keys.AsKeys(), request.StoreInto.Bytes);
        if (request.CountOnly != true)
            return Read(ref call, operation, keys.AsKeys());
        var count = new CountCombined { Operation = operation, Sources = keys.AsKeys(), Limit = request.Limit ?? 0 };
        Error? error = call.Execute(count, out IntegerReply counted);
        return Answer(ref call, error, new SetCombineResult(counted.Value, null));
    }

    private static Task Read(ref RestCall call, SetOperation operation, KeyList sources)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        BulksReply members;
        Error? error = operation switch
        {
            SetOperation.Union => call.Execute(new SUnion { Sources = sources }, out members),
            SetOperation.Intersection => call.Execute(new SInter { Sources = sources }, out members),
            _ => call.Execute(new SDiff { Sources = sources }, out members),
        };
        if (error is null && ValueList.Refuse(members, encoding) is { } refusal)
            return call.Fail(refusal);
        return Answer(ref call, error, new SetCombineResult(members.Count, new ValueList(members, encoding)));
    }

    private static Task Store(ref RestCall call, SetOperation operation, KeyList sources, byte[] destination)
    {
        call.StateKey = destination;
        Key target = Key.Of(destination);
        IntegerReply count;
        Error? error = operation switch
        {
            SetOperation.Union => call.Execute(
                new SUnionStore { Destination = target, Sources = sources }, out count),
            SetOperation.Intersection => call.Execute(
                new SInterStore { Destination = target, Sources = sources }, out count),
            _ => call.Execute(new SDiffStore { Destination = target, Sources = sources }, out count),
        };
        return Answer(ref call, error, new SetCombineResult(count.Value, null));
    }

    private static Task Move(ref RestCall call, SetMoveRequest request)
    {
        var command = new SMove
        {
            Source = Key.Of(request.Source!.Bytes),
            Destination = Key.Of(request.Destination!.Bytes),
            Member = new Value(request.Member!.Bytes),
        };
        Error? error = call.Execute(command, out IntegerReply moved);
        return call.Json(error, new SetMovedResult(moved.Value == 1), RestJsonContext.Default.SetMovedResult);
    }

    private static Task Answer(ref RestCall call, Error? error, SetCombineResult result) =>
        call.Json(error, result, RestJsonContext.Default.SetCombineResult);
}
