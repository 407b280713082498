using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>One key of any type: what it is, its end, and its other names.</summary>
internal static class KeyEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.GetAndHead("/keys/{key}", KeyDocs.Get, Describe);
        routes.Delete("/keys/{key}", KeyDocs.Delete, Delete);
        routes.Post<TargetRequest>("/keys/{key}/rename", KeyDocs.Rename, Rename);
        routes.Post<TargetRequest>("/keys/{key}/copy", KeyDocs.Copy, Copy);
        routes.Get("/keys:random", KeyDocs.Random, Random);
    }

    private static Task Describe(ref RestCall call)
    {
        Error? error = call.Execute(new Inspect { Key = call.Key }, out Inspection seen) ?? call.MissingKey;
        if (error is not null)
            return call.Fail(error);
        ResponseHeaders.SetKey(call.Http.Response, call.State, call.NowMs);
        var result = new KeyResult(
            ResponseHeaders.TypeNameOf(seen.Type),
            seen.TtlMs(call.NowMs),
            Encoding.ASCII.GetString(seen.Encoding),
            seen.MemoryBytes,
            EntityTag.Format(call.State.Etag, 'r'));
        return call.JsonWithoutTag(error, result, RestJsonContext.Default.KeyResult);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        using CommandLine line = new CommandLine().Add(call.Key.Bytes);
        Error? error = call.Url.Flag("async")
            ? call.Execute(new Unlink { Keys = line.AsKeys() }, out IntegerReply removed)
            : call.Execute(new Del { Keys = line.AsKeys() }, out removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = CommonErrors.NoSuchKey;
        return call.NoContent(error);
    }

    private static Task Rename(ref RestCall call, TargetRequest request)
    {
        call.StateKey = request.To!.Bytes;
        Error? error = request.Replace == true
            ? call.Execute(new Rename { Key = call.Key, NewKey = Key.Of(request.To.Bytes) }, out OkReply _)
            : RenameToFree(ref call, Key.Of(request.To.Bytes));
        return Answer(ref call, error, request.To);
    }

    private static Error? RenameToFree(ref RestCall call, Key target)
    {
        Error? error = call.Execute(new RenameNx { Key = call.Key, NewKey = target }, out IntegerReply renamed);
        return error ?? (renamed.Value == 0 ? KeyErrors.TargetExists : null);
    }

    private static Task Copy(ref RestCall call, TargetRequest request)
    {
        call.StateKey = request.To!.Bytes;
        var copy = new Copy
        {
            Source = call.Key,
            Destination = Key.Of(request.To.Bytes),
            Replace = request.Replace == true,
        };
        return Answer(ref call, call.Execute(new CopyExisting { Copy = copy }, out IntegerReply _), request.To);
    }

    private static Task Random(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        Error? error = call.Execute(new RandomKey(), out BulkReply key);
        if (error is null && key.IsNull)
            error = CommonErrors.NoSuchKey;
        return Answer(ref call, error, new BinaryValue(key.Bytes.ToArray(), encoding));
    }

    private static Task Answer(ref RestCall call, Error? error, BinaryValue key) =>
        call.Json(error, new KeyName(key), RestJsonContext.Default.KeyName);
}
