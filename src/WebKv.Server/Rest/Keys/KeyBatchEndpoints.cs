using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>Many keys at once, as one unit.</summary>
internal static class KeyBatchEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<KeysRequest>("/keys:batchDelete", KeyDocs.BatchDelete, BatchDelete);
        routes.Post<KeysRequest>("/keys:batchExists", KeyDocs.BatchExists, BatchExists);
        routes.Post<KeysRequest>("/keys:touch", KeyDocs.Touch, Touch);
    }

    private static Task BatchDelete(ref RestCall call, KeysRequest request)
    {
        using CommandLine line = NameLine.Of(request.Keys!);
        return Answer(ref call, call.Execute(new DeleteEach { Keys = line.AsKeys() }, out FlagsReply deleted), deleted);
    }

    private static Task BatchExists(ref RestCall call, KeysRequest request)
    {
        using CommandLine line = NameLine.Of(request.Keys!);
        return Answer(ref call, call.Execute(new ExistsEach { Keys = line.AsKeys() }, out FlagsReply exist), exist);
    }

    private static Task Touch(ref RestCall call, KeysRequest request)
    {
        using CommandLine line = NameLine.Of(request.Keys!);
        return Answer(ref call, call.Execute(new TouchEach { Keys = line.AsKeys() }, out FlagsReply touched), touched);
    }

    private static Task Answer(ref RestCall call, Error? error, FlagsReply flags) =>
        call.Json(error, new KeysResult(flags.Count, flags.Flags), RestJsonContext.Default.KeysResult);
}
