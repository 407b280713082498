using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Messages;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The methods of KeyService on expirations; requests have passed validation.</summary>
internal static class ExpirationOperations
{
    public static Error? SetExpiration(
        OperationScope scope, SetExpirationRequest request, out SetExpirationResponse response)
    {
        response = new SetExpirationResponse();
        scope.StateKey = scope.Subject = request.Key;
        if (Expire(scope, request, out IntegerReply applied) is { } error)
            return error;
        if (applied.Value == 0 && !scope.Context.KnownState.Exists)
            return CommonErrors.NoSuchKey;
        response.Applied = applied.Value != 0;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetExpiration(
        OperationScope scope, GetExpirationRequest request, out GetExpirationResponse response)
    {
        response = new GetExpirationResponse();
        if (scope.Execute(new Inspect { Key = Key.Of(request.Key.Span) }, out Inspection seen) is { } error)
            return error;
        response.Exists = seen.Exists;
        response.Ttl = Times.Left(seen.ExpiryMs, scope.NowMs);
        response.ExpireTime = Times.ToTimestamp(seen.ExpiryMs);
        return null;
    }

    public static Error? ClearExpiration(
        OperationScope scope, ClearExpirationRequest request, out ClearExpirationResponse response)
    {
        response = new ClearExpirationResponse();
        scope.StateKey = scope.Subject = request.Key;
        if (scope.Execute(new Persist { Key = Key.Of(request.Key.Span) }, out IntegerReply cleared) is { } error)
            return error;
        if (!scope.Context.KnownState.Exists)
            return CommonErrors.NoSuchKey;
        response.Cleared = cleared.Value != 0;
        response.Version = scope.Version();
        return null;
    }

    private static Error? Expire(OperationScope scope, SetExpirationRequest request, out IntegerReply applied)
    {
        Key key = Key.Of(request.Key.Span);
        ExpireCondition condition = ConditionOf(request.Condition);
        if (request.DeadlineCase == SetExpirationRequest.DeadlineOneofCase.ExpireTime)
        {
            Times.TryUnixMs(request.ExpireTime, out long unixMs);
            return scope.Execute(new PExpireAt { Key = key, UnixMs = unixMs, Condition = condition }, out applied);
        }
        Times.TryMs(request.Ttl, out long ms);
        return scope.Execute(new PExpire { Key = key, Milliseconds = ms, Condition = condition }, out applied);
    }

    public static ExpireCondition ConditionOf(ExpirationCondition condition) => condition switch
    {
        ExpirationCondition.IfNone => ExpireCondition.HasNone,
        ExpirationCondition.IfSome => ExpireCondition.HasSome,
        ExpirationCondition.IfGreater => ExpireCondition.Greater,
        ExpirationCondition.IfLess => ExpireCondition.Less,
        _ => ExpireCondition.None,
    };
}
