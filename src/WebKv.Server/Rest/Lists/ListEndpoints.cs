using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Lists;

/// <summary>A list, its elements by index and by value.</summary>
internal static class ListEndpoints
{
    private const int LimitMax = 1000;
    private const int LimitDefault = 100;

    public static void Map(RestRoutes routes)
    {
        routes.Get("/lists/{key}", ListDocs.Get, Get);
        routes.Get("/lists/{key}/items", ListDocs.Items, Items);
        routes.GetAndHead("/lists/{key}/items/{index}", ListDocs.GetItem, GetItem);
        routes.PutValue("/lists/{key}/items/{index}", ListDocs.PutItem, ReadIndex, PutItem);
        routes.Get("/lists/{key}/positions", ListDocs.Positions, Positions);
    }

    private static Task Get(ref RestCall call)
    {
        Error? error = call.Execute(new LLen { Key = call.Key }, out IntegerReply length);
        error ??= call.MissingKey;
        if (error is not null)
            return call.Fail(error);
        long expiryMs = call.State.ExpiryMs;
        var result = new ListResult(
            length.Value,
            expiryMs == 0 ? null : Math.Max(0, expiryMs - call.NowMs),
            EntityTag.Format(call.State.Etag, 'r'));
        return call.JsonWithoutTag(null, result, RestJsonContext.Default.ListResult);
    }

    private static Task Items(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        long? stop = call.Url.Integer("stop");
        var read = new ReadListPage
        {
            Key = call.Key,
            Start = call.Url.Integer("start") ?? 0,
            Stop = stop ?? -1,
            // A range that is told in full is given in full.
            Limit = call.Url.Integer("limit", min: 1, max: LimitMax) ?? (stop is null ? LimitDefault : null),
        };
        Error? error = call.Execute(read, out ListPage page);
        return error is null && ValueList.Refuse(page.Items, encoding) is { } refusal
            ? call.Fail(refusal)
            : call.Json(
                error,
                new ListItemsResult(new ValueList(page.Items, encoding), page.Length),
                RestJsonContext.Default.ListItemsResult);
    }

    private static Task GetItem(ref RestCall call)
    {
        Representation form = call.ChooseForm();
        var command = new LIndex { Key = call.Key, Index = ReadIndex(ref call) };
        Error? error = call.Execute(command, out BulkReply value);
        if (error is null && value.IsNull)
            error = call.MissingKey ?? CommonErrors.IndexOutOfRange;
        return call.Value(error, value, form);
    }

    private static long ReadIndex(ref RestCall call) => call.PathInteger("index", long.MinValue);

    private static Task PutItem(ref RestCall call, long index, Value value)
    {
        var command = new LSet { Key = call.Key, Index = index, Value = value };
        return call.NoContent(call.Execute(command, out OkReply _));
    }

    private static Task Positions(ref RestCall call)
    {
        byte[]? value = call.Url.Bytes("value");
        if (value is null)
            call.Url.Refuse("value", "must be given.");
        long rank = call.Url.Integer("rank", min: -long.MaxValue) ?? 1;
        if (rank == 0)
            call.Url.Refuse("rank", "must not be 0: 1 is the first match, -1 the last.");
        var command = new LPos
        {
            Key = call.Key,
            Value = new Value(value ?? []),
            Rank = rank,
            Count = call.Url.Integer("count", min: 0) ?? 1,
            MaxLen = call.Url.Integer("maxLen", min: 0) ?? 0,
        };
        Error? error = call.Execute(command, out PositionsReply found);
        return call.Json(
            error, new ListPositionsResult(found.Positions), RestJsonContext.Default.ListPositionsResult);
    }
}
