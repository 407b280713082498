using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Lists;

/// <summary>Operations that change one list.</summary>
internal static class ListChangeEndpoints
{
    private static readonly Error NoPivot = new(ErrorCode.NotFound, "ERR the list has no element like the pivot");

    public static void Map(RestRoutes routes)
    {
        routes.PostValueOr<PushListRequest, PushOptions>(
            "/lists/{key}/push", ListChangeDocs.Push, Push, ReadPushOptions, PushOne);
        routes.PostWaiting<PopListRequest>("/lists/{key}/pop", ListChangeDocs.Pop, Pop);
        routes.Post<InsertListRequest>("/lists/{key}/insert", ListChangeDocs.Insert, Insert);
        routes.Post<RemoveListRequest>("/lists/{key}/remove", ListChangeDocs.Remove, Remove);
        routes.Post<TrimListRequest>("/lists/{key}/trim", ListChangeDocs.Trim, Trim);
    }

    private static Task Push(ref RestCall call, PushListRequest request)
    {
        using CommandLine line = NameLine.Of(request.Values!);
        var options = new PushOptions(ListWords.SideOf(request.Side, ListSide.Right), request.OnlyIfExists == true);
        return Push(ref call, options, line);
    }

    private static PushOptions ReadPushOptions(ref RestCall call) => new(
        (ListSide)(call.Url.Word("side", ListWords.Left, ListWords.Right) ?? (int)ListSide.Right),
        call.Url.Flag("onlyIfExists"));

    private static Task PushOne(ref RestCall call, PushOptions options, Value value)
    {
        using CommandLine line = new CommandLine().Add(value);
        return Push(ref call, options, line);
    }

    private static Task Push(ref RestCall call, PushOptions options, CommandLine values)
    {
        var push = new PushBounded
        {
            Key = call.Key,
            Side = options.Side,
            Values = values.AsValues(),
            OnlyIfExists = options.OnlyIfExists,
        };
        Error? error = call.Execute(push, out IntegerReply length);
        if (error is null && length.Value == 0)
            error = CommonErrors.NoSuchKey;
        return Answer(ref call, error, length);
    }

    private static Task Pop(ref RestCall call, PopListRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        long count = request.Count ?? 1;
        ListSide side = ListWords.SideOf(request.Side, ListSide.Left);
        if (call.WaitMs > 0)
            return PopOrWait(ref call, side, count, encoding);
        Error? error = side == ListSide.Left
            ? call.Execute(new LPop { Key = call.Key, Count = count }, out PoppedReply popped)
            : call.Execute(new RPop { Key = call.Key, Count = count }, out popped);
        return error is null && popped.IsMissing
            ? call.NoContent(null)
            : call.Json(
                error,
                new ListPopResult(new ValueList(popped.Elements, encoding)),
                RestJsonContext.Default.ListPopResult);
    }

    private static Task PopOrWait(ref RestCall call, ListSide side, long count, BinaryEncoding encoding)
    {
        using CommandLine keys = new CommandLine().Add(call.Key.Bytes);
        var command = new BLMPop { Keys = keys.AsKeys(), Side = side, Count = count, TimeoutMs = call.WaitMs };
        Error? error = call.Execute(command, out KeyedPopReply popped);
        if (error is not null || popped.IsNull)
            return call.NoContent(error);
        var result = new ListPopResult(new ValueList(popped.Elements, encoding));
        return call.Json(null, result, RestJsonContext.Default.ListPopResult);
    }

    private static Task Insert(ref RestCall call, InsertListRequest request)
    {
        using RequestBody value = RequestBody.Of(request.Value!.Bytes);
        var command = new LInsert
        {
            Key = call.Key,
            Before = request.Before!.Value,
            Pivot = new Value(request.Pivot!.Bytes),
            Value = value.Value,
        };
        Error? error = call.Execute(command, out IntegerReply length);
        if (error is null && length.Value <= 0)
            error = length.Value == 0 ? CommonErrors.NoSuchKey : NoPivot;
        return Answer(ref call, error, length);
    }

    private static Task Remove(ref RestCall call, RemoveListRequest request)
    {
        var command = new LRem
        {
            Key = call.Key,
            Count = request.Count ?? 0,
            Value = new Value(request.Value!.Bytes),
        };
        Error? error = call.Execute(command, out IntegerReply removed);
        return call.Json(error, new ListRemoveResult(removed.Value), RestJsonContext.Default.ListRemoveResult);
    }

    private static Task Trim(ref RestCall call, TrimListRequest request)
    {
        var trim = new LTrim { Key = call.Key, Start = request.Start!.Value, Stop = request.Stop!.Value };
        Error? error = call.Execute(new TrimToLength { Trim = trim }, out IntegerReply length);
        return Answer(ref call, error, length);
    }

    private static Task Answer(ref RestCall call, Error? error, IntegerReply length) =>
        call.Json(error, new ListLengthResult(length.Value), RestJsonContext.Default.ListLengthResult);

    private readonly record struct PushOptions(ListSide Side, bool OnlyIfExists);
}
