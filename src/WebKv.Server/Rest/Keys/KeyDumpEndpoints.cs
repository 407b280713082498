using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>A value of any type as bytes, and back.</summary>
internal static class KeyDumpEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/keys/{key}/dump", KeyDumpDocs.Dump, Dump);
        routes.PutValue("/keys/{key}/restore", KeyDumpDocs.Restore, ReadOptions, Restore);
    }

    private static Task Dump(ref RestCall call)
    {
        Error? error = call.Execute(new Dump { Key = call.Key }, out DumpReply dump);
        if (error is null && dump.IsNull)
            error = CommonErrors.NoSuchKey;
        if (error is not null)
            return call.Fail(error);
        Blob payload = dump.ToBlob();
        Task sent = call.Bytes(payload);
        payload.Release();
        return sent;
    }

    private static (long? TtlMs, bool Replace) ReadOptions(ref RestCall call) =>
        (call.Url.Integer("ttlMs", min: 1), call.Url.Flag("replace"));

    private static Task Restore(ref RestCall call, (long? TtlMs, bool Replace) options, Value payload)
    {
        var command = new Restore
        {
            Key = call.Key,
            TtlMs = options.TtlMs ?? 0,
            Payload = payload,
            Replace = options.Replace,
        };
        Error? error = call.Execute(command, out OkReply _);
        return call.Created(error, UrlInput.LocationAbove(call.Http));
    }
}
