using System.Text;
using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Messages;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The methods of KeyService on keys as such; requests have passed validation.</summary>
internal static class KeyOperations
{
    public static Error? GetKey(OperationScope scope, GetKeyRequest request, out GetKeyResponse response)
    {
        response = new GetKeyResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new Inspect { Key = Key.Of(request.Key.Span) }, out Inspection seen) is { } error)
            return error;
        if (seen.Exists)
            response.Info = new KeyInfo
            {
                Type = KeyTypes.Of(seen.Type),
                Ttl = Times.Left(seen.ExpiryMs, scope.NowMs),
                ExpireTime = Times.ToTimestamp(seen.ExpiryMs),
                Encoding = Encoding.ASCII.GetString(seen.Encoding),
                MemoryBytes = seen.MemoryBytes,
            };
        response.Version = scope.Version();
        return null;
    }

    public static Error? DeleteKeys(OperationScope scope, DeleteKeysRequest request, out DeleteKeysResponse response)
    {
        response = new DeleteKeysResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        if (scope.Execute(new DeleteEach { Keys = line.AsKeys() }, out FlagsReply deleted) is { } error)
            return error;
        response.Deleted.Add(deleted.Flags);
        response.DeletedCount = deleted.Count;
        response.Version = scope.VersionWithoutEtag();
        return null;
    }

    public static Error? KeysExist(OperationScope scope, KeysExistRequest request, out KeysExistResponse response)
    {
        response = new KeysExistResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        if (scope.Execute(new ExistsEach { Keys = line.AsKeys() }, out FlagsReply exists) is { } error)
            return error;
        response.Exists.Add(exists.Flags);
        response.Count = exists.Count;
        return null;
    }

    public static Error? TouchKeys(OperationScope scope, TouchKeysRequest request, out TouchKeysResponse response)
    {
        response = new TouchKeysResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        if (scope.Execute(new TouchEach { Keys = line.AsKeys() }, out FlagsReply touched) is { } error)
            return error;
        response.Touched.Add(touched.Flags);
        response.TouchedCount = touched.Count;
        return null;
    }

    public static Error? RenameKey(OperationScope scope, RenameKeyRequest request, out RenameKeyResponse response)
    {
        response = new RenameKeyResponse();
        scope.Subject = request.Key;
        scope.StateKey = request.Destination;
        if (Rename(scope, request) is { } error)
            return error;
        response.Version = scope.Version();
        return null;
    }

    public static Error? CopyKey(OperationScope scope, CopyKeyRequest request, out CopyKeyResponse response)
    {
        response = new CopyKeyResponse();
        scope.Subject = request.Key;
        scope.StateKey = request.Destination;
        var copy = new Copy
        {
            Source = Key.Of(request.Key.Span),
            Destination = Key.Of(request.Destination.Span),
            Replace = request.Replace,
        };
        if (scope.Execute(new CopyExisting { Copy = copy }, out IntegerReply _) is { } error)
            return error;
        response.Version = scope.Version();
        return null;
    }

    public static Error? RandomKey(OperationScope scope, RandomKeyRequest request, out RandomKeyResponse response)
    {
        response = new RandomKeyResponse();
        if (scope.Execute(new RandomKey(), out BulkReply key) is { } error)
            return error;
        if (!key.IsNull)
            response.Key = ByteString.CopyFrom(key.Bytes);
        return null;
    }

    private static Error? Rename(OperationScope scope, RenameKeyRequest request)
    {
        Key key = Key.Of(request.Key.Span);
        Key destination = Key.Of(request.Destination.Span);
        if (request.Replace)
            return scope.Execute(new Rename { Key = key, NewKey = destination }, out OkReply _);
        Error? error = scope.Execute(new RenameNx { Key = key, NewKey = destination }, out IntegerReply renamed);
        return error ?? (renamed.Value == 0 ? KeyErrors.TargetExists : null);
    }
}
