using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Lists;

/// <summary>Operations on several lists at once.</summary>
internal static class ManyListEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.PostWaiting<PopListsRequest>("/lists:pop", ListChangeDocs.PopAny, Pop);
        routes.PostWaiting<MoveListItemRequest>("/lists:move", ListChangeDocs.Move, Move);
    }

    private static Task Pop(ref RestCall call, PopListsRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        using CommandLine line = NameLine.Of(request.Keys!);
        KeyList keys = line.AsKeys();
        ListSide side = ListWords.SideOf(request.Side, ListSide.Left);
        long count = request.Count ?? 1;
        KeyedPopReply popped;
        Error? error = call.WaitMs == 0
            ? call.Execute(new LMPop { Keys = keys, Side = side, Count = count }, out popped)
            : call.Execute(
                new BLMPop { Keys = keys, Side = side, Count = count, TimeoutMs = call.WaitMs }, out popped);
        if (error is not null || popped.IsNull)
            return call.NoContent(error);
        var result = new ListsPopResult(
            new BinaryValue(popped.Key.ToArray(), encoding), new ValueList(popped.Elements, encoding));
        return call.Json(null, result, RestJsonContext.Default.ListsPopResult);
    }

    private static Task Move(ref RestCall call, MoveListItemRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        if (call.WaitMs > 0)
            return MoveOrWait(ref call, request, encoding);
        var command = new LMove
        {
            Source = Key.Of(request.Source!.Bytes),
            Destination = Key.Of(request.Destination!.Bytes),
            From = ListWords.SideOf(request.From, ListSide.Left),
            To = ListWords.SideOf(request.To, ListSide.Left),
        };
        return Answer(ref call, call.Execute(command, out BulkReply moved), moved, encoding);
    }

    private static Task MoveOrWait(ref RestCall call, MoveListItemRequest request, BinaryEncoding encoding)
    {
        using CommandLine waited = new CommandLine().Add(request.Source!.Bytes);
        var command = new BLMove
        {
            Source = Key.Of(request.Source.Bytes),
            Destination = Key.Of(request.Destination!.Bytes),
            From = ListWords.SideOf(request.From, ListSide.Left),
            To = ListWords.SideOf(request.To, ListSide.Left),
            TimeoutMs = call.WaitMs,
            Waited = waited.AsKeys(),
        };
        return Answer(ref call, call.Execute(command, out BulkReply moved), moved, encoding);
    }

    private static Task Answer(ref RestCall call, Error? error, BulkReply moved, BinaryEncoding encoding)
    {
        if (error is not null || moved.IsNull)
            return call.NoContent(error);
        var result = new ListMoveResult(new BinaryValue(moved.Bytes.ToArray(), encoding));
        return call.Json(null, result, RestJsonContext.Default.ListMoveResult);
    }
}
