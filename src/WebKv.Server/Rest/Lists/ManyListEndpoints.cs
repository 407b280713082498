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
        routes.Post<PopListsRequest>("/lists:pop", ListChangeDocs.PopAny, Pop);
        routes.Post<MoveListItemRequest>("/lists:move", ListChangeDocs.Move, Move);
    }

    private static Task Pop(ref RestCall call, PopListsRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        using CommandLine line = NameLine.Of(request.Keys!);
        var command = new LMPop
        {
            Keys = line.AsKeys(),
            Side = ListWords.SideOf(request.Side, ListSide.Left),
            Count = request.Count ?? 1,
        };
        Error? error = call.Execute(command, out KeyedPopReply popped);
        if (error is not null || popped.IsNull)
            return call.NoContent(error);
        var result = new ListsPopResult(
            new BinaryValue(popped.Key.ToArray(), encoding), new ValueList(popped.Elements, encoding));
        return call.Json(null, result, RestJsonContext.Default.ListsPopResult);
    }

    private static Task Move(ref RestCall call, MoveListItemRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        var command = new LMove
        {
            Source = Key.Of(request.Source!.Bytes),
            Destination = Key.Of(request.Destination!.Bytes),
            From = ListWords.SideOf(request.From, ListSide.Left),
            To = ListWords.SideOf(request.To, ListSide.Left),
        };
        Error? error = call.Execute(command, out BulkReply moved);
        if (error is not null || moved.IsNull)
            return call.NoContent(error);
        var result = new ListMoveResult(new BinaryValue(moved.Bytes.ToArray(), encoding));
        return call.Json(null, result, RestJsonContext.Default.ListMoveResult);
    }
}
