using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using Precondition = WebKv.Engine.Execution.Precondition;

namespace WebKv.Server.Grpc.Strings;

/// <summary>The methods of StringService that read and write whole strings; requests have passed validation.</summary>
internal static class StringOperations
{
    public static Error? SetString(OperationScope scope, SetStringRequest request, out SetStringResponse response)
    {
        response = new SetStringResponse();
        scope.StateKey = request.Key;
        var set = new Set
        {
            Key = Key.Of(request.Key.Span),
            Value = scope.ValueOf(request.Value),
            Condition = Conditions.SetConditionOf(request.Condition),
            Expiry = Expirations.Of(request.Expiration),
            ReturnOld = request.ReturnPrevious,
        };
        if (SetOnCondition(scope, set, Conditions.BeyondSet(request.Key, request.Condition), out SetReply reply)
            is { } error)
            return error;
        if (!reply.Old.IsNull)
        {
            if (scope.Copy(reply.Old, out ByteString previous) is { } tooLarge)
                return tooLarge;
            response.Previous = previous;
        }
        response.Written = reply.Written;
        response.Version = scope.Version();
        return null;
    }

    public static Error? BatchGetStrings(
        OperationScope scope, BatchGetStringsRequest request, out BatchGetStringsResponse response)
    {
        response = new BatchGetStringsResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        var mget = new MGet { Keys = line.AsKeys() };
        if (scope.Execute(mget, out BulksReply values) is { } error)
            return error;
        for (int i = 0; i < values.Count; i++)
        {
            var item = new OptionalValue();
            if (!values[i].IsNull)
            {
                if (scope.Copy(values[i], out ByteString value) is { } tooLarge)
                    return tooLarge;
                item.Value = value;
            }
            response.Items.Add(item);
        }
        return null;
    }

    public static Error? BatchSetStrings(
        OperationScope scope, BatchSetStringsRequest request, out BatchSetStringsResponse response)
    {
        response = new BatchSetStringsResponse();
        using CommandLine line = CommandLines.Of(scope, request.Items);
        KeyList pairs = line.AsPairs();
        Error? error;
        response.Written = true;
        if (request.Condition == BatchSetCondition.AllAbsent)
        {
            error = scope.Execute(new MSetNx { Pairs = pairs }, out IntegerReply written);
            response.Written = written.Value != 0;
        }
        else
        {
            error = scope.Execute(new MSet { Pairs = pairs }, out OkReply _);
        }
        response.Version = scope.VersionWithoutEtag();
        return error;
    }

    public static Error? GetAndDeleteString(
        OperationScope scope, GetAndDeleteStringRequest request, out GetAndDeleteStringResponse response)
    {
        response = new GetAndDeleteStringResponse();
        var command = new GetDel { Key = Key.Of(request.Key.Span) };
        if (scope.Execute(command, out BulkReply reply) is { } error)
            return error;
        if (!reply.IsNull)
        {
            if (scope.Copy(reply, out ByteString value) is { } tooLarge)
                return tooLarge;
            response.Value = value;
        }
        response.Version = scope.VersionWithoutEtag();
        return null;
    }

    public static Error? GetAndExpireString(
        OperationScope scope, GetAndExpireStringRequest request, out GetAndExpireStringResponse response)
    {
        response = new GetAndExpireStringResponse();
        scope.StateKey = request.Key;
        var command = new GetEx { Key = Key.Of(request.Key.Span), Expiry = ChangeOf(request) };
        if (scope.Execute(command, out BulkReply reply) is { } error)
            return error;
        if (!reply.IsNull)
        {
            if (scope.Copy(reply, out ByteString value) is { } tooLarge)
                return tooLarge;
            response.Value = value;
        }
        response.Version = scope.Version();
        return null;
    }

    private static Error? SetOnCondition(
        OperationScope scope, scoped in Set set, Precondition? precondition, out SetReply reply)
    {
        if (precondition is null)
            return scope.Execute(set, out reply);
        scope.Prepare(precondition);
        return scope.Execute(new SetIf { Set = set, Precondition = precondition }, out reply);
    }

    private static Expiry ChangeOf(GetAndExpireStringRequest request) => request.ChangeCase switch
    {
        GetAndExpireStringRequest.ChangeOneofCase.Ttl when Times.TryMs(request.Ttl, out long ms) => Expiry.After(ms),
        GetAndExpireStringRequest.ChangeOneofCase.ExpireTime when Times.TryUnixMs(request.ExpireTime, out long ms) =>
            Expiry.At(ms),
        GetAndExpireStringRequest.ChangeOneofCase.Persist => Expiry.Remove,
        _ => default,
    };
}
