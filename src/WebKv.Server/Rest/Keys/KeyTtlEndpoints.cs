using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>How long a key lives.</summary>
internal static class KeyTtlEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/keys/{key}/ttl", KeyDocs.GetTtl, Read);
        routes.Put<SetTtlRequest>("/keys/{key}/ttl", KeyDocs.PutTtl, Write);
        routes.Delete("/keys/{key}/ttl", KeyDocs.DeleteTtl, Remove);
    }

    private static Task Read(ref RestCall call)
    {
        Error? error = call.Execute(new Inspect { Key = call.Key }, out Inspection seen) ?? call.MissingKey;
        if (error is not null)
            return call.Fail(error);
        var result = new TtlResult(seen.TtlMs(call.NowMs), seen.ExpiryMs == 0 ? null : Rfc3339.Format(seen.ExpiryMs));
        return call.JsonWithoutTag(error, result, RestJsonContext.Default.TtlResult);
    }

    private static Task Write(ref RestCall call, SetTtlRequest request)
    {
        Error? error = Expire(ref call, request, out IntegerReply applied);
        if (error is null && applied.Value == 0)
            error = call.MissingKey;
        return call.Json(error, new AppliedResult(applied.Value == 1), RestJsonContext.Default.AppliedResult);
    }

    private static Task Remove(ref RestCall call)
    {
        Error? error = call.Execute(new Persist { Key = call.Key }, out IntegerReply _) ?? call.MissingKey;
        return call.NoContent(error);
    }

    private static Error? Expire(ref RestCall call, SetTtlRequest request, out IntegerReply applied)
    {
        ExpireCondition condition = ConditionOf(request.When);
        if (request.TtlMs is { } ttlMs)
            return call.Execute(
                new PExpire { Key = call.Key, Milliseconds = ttlMs, Condition = condition }, out applied);
        Rfc3339.TryParse(request.ExpireAt!, out long unixMs);
        return call.Execute(new PExpireAt { Key = call.Key, UnixMs = unixMs, Condition = condition }, out applied);
    }

    public static ExpireCondition ConditionOf(string? when) => when switch
    {
        "ifNone" => ExpireCondition.HasNone,
        "ifSome" => ExpireCondition.HasSome,
        "ifGreater" => ExpireCondition.Greater,
        "ifLess" => ExpireCondition.Less,
        _ => ExpireCondition.None,
    };
}
