using Google.Protobuf;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The methods of KeyService on values as bytes; requests have passed validation.</summary>
internal static class DumpOperations
{
    public static Error? DumpKey(OperationScope scope, DumpKeyRequest request, out DumpKeyResponse response)
    {
        response = new DumpKeyResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new Dump { Key = Key.Of(request.Key.Span) }, out DumpReply dump) is { } error)
            return error;
        response.Version = scope.Version();
        if (dump.IsNull)
            return null;
        if (scope.TakeBytes(dump.Length) is { } tooLarge)
            return tooLarge;
        Blob payload = dump.ToBlob();
        response.Payload = ByteString.CopyFrom(payload.Span);
        payload.Release();
        return null;
    }

    public static Error? RestoreKey(OperationScope scope, RestoreKeyRequest request, out RestoreKeyResponse response)
    {
        response = new RestoreKeyResponse();
        scope.StateKey = request.Key;
        long ttlMs = 0;
        if (request.Ttl is not null)
            Times.TryMs(request.Ttl, out ttlMs);
        var command = new Restore
        {
            Key = Key.Of(request.Key.Span),
            TtlMs = ttlMs,
            Payload = scope.ValueOf(request.Payload),
            Replace = request.Replace,
        };
        if (scope.Execute(command, out OkReply _) is { } error)
            return error;
        response.Version = scope.Version();
        return null;
    }
}
