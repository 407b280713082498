using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Strings;

/// <summary>Many strings at once, as one unit.</summary>
internal static class BatchEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<BatchGetRequest>("/strings:batchGet", StringDocs.BatchGet, GetMany);
        routes.Post<BatchSetRequest>("/strings:batchSet", StringDocs.BatchSet, SetMany);
    }

    private static Task GetMany(ref RestCall call, BatchGetRequest request)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        using CommandLine line = NameLine.Of(request.Keys!);
        Error? error = call.Execute(new MGet { Keys = line.AsKeys() }, out BulksReply values);
        return error is null && ValueList.Refuse(values, encoding) is { } refusal
            ? call.Fail(refusal)
            : call.Json(
                error, new BatchGetResult(new ValueList(values, encoding)), RestJsonContext.Default.BatchGetResult);
    }

    private static Task SetMany(ref RestCall call, BatchSetRequest request)
    {
        using var line = new CommandLine();
        foreach (BatchSetItem? item in request.Items!)
            line.Add(item!.Key!.Bytes).Add(item.Value!.Bytes);
        Error? error = request.Condition is null
            ? call.Execute(new MSet { Pairs = line.AsPairs() }, out OkReply _)
            : SetAbsent(ref call, line);
        return call.Json(error, new BatchSetResult(request.Items.Count), RestJsonContext.Default.BatchSetResult);
    }

    private static Error? SetAbsent(ref RestCall call, CommandLine line)
    {
        Error? error = call.Execute(new MSetNx { Pairs = line.AsPairs() }, out IntegerReply written);
        return error ?? (written.Value == 0 ? CommonErrors.PreconditionFailed : null);
    }
}
