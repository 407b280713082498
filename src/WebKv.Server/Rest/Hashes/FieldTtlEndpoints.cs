using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Keys;

namespace WebKv.Server.Rest.Hashes;

/// <summary>How long a field lives.</summary>
internal static class FieldTtlEndpoints
{
    private const string Path = "/hashes/{key}/fields/{field}/ttl";
    private const long NoField = -2;

    public static void Map(RestRoutes routes)
    {
        routes.Get(Path, FieldDocs.GetTtl, Read);
        routes.Put<SetTtlRequest>(Path, FieldDocs.PutTtl, Write);
        routes.Delete(Path, FieldDocs.DeleteTtl, Remove);
    }

    private static Task Read(ref RestCall call)
    {
        using CommandLine line = new CommandLine().Add(call.PathName("field"));
        var command = new HPExpireTime { Key = call.Key, Fields = line.AsValues() };
        Error? error = Check(ref call, call.Execute(command, out IntegersReply deadlines), deadlines);
        if (error is not null)
            return call.Fail(error);
        long deadlineMs = deadlines.Values[0];
        TtlResult body = deadlineMs < 0
            ? new TtlResult(null, null)
            : new TtlResult(deadlineMs - call.NowMs, Rfc3339.Format(deadlineMs));
        return call.JsonWithoutTag(null, body, RestJsonContext.Default.TtlResult);
    }

    private static Task Write(ref RestCall call, SetTtlRequest request)
    {
        using CommandLine line = new CommandLine().Add(call.PathName("field"));
        Error? error = Check(ref call, Expire(ref call, request, line, out IntegersReply results), results);
        bool applied = error is null && results.Values[0] != 0;
        return call.Json(error, new AppliedResult(applied), RestJsonContext.Default.AppliedResult);
    }

    private static Task Remove(ref RestCall call)
    {
        using CommandLine line = new CommandLine().Add(call.PathName("field"));
        var command = new HPersist { Key = call.Key, Fields = line.AsValues() };
        return call.NoContent(Check(ref call, call.Execute(command, out IntegersReply results), results));
    }

    private static Error? Expire(
        ref RestCall call, SetTtlRequest request, CommandLine line, out IntegersReply results)
    {
        ExpireCondition condition = KeyTtlEndpoints.ConditionOf(request.When);
        if (request.TtlMs is { } ttlMs)
        {
            var after = new HPExpire
            {
                Key = call.Key,
                Ms = ttlMs,
                Condition = condition,
                Fields = line.AsValues(),
            };
            return call.Execute(after, out results);
        }
        Rfc3339.TryParse(request.ExpireAt!, out long unixMs);
        var at = new HPExpireAt { Key = call.Key, UnixMs = unixMs, Condition = condition, Fields = line.AsValues() };
        return call.Execute(at, out results);
    }

    private static Error? Check(ref RestCall call, Error? error, IntegersReply results)
    {
        if (error is not null)
            return error;
        return results.Values[0] == NoField ? call.MissingField() : null;
    }
}
