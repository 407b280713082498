using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Commands;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The methods of HashService that read, write and remove fields; requests have passed validation.</summary>
internal static class HashOperations
{
    public static Error? SetHashFields(
        OperationScope scope, SetHashFieldsRequest request, out SetHashFieldsResponse response)
    {
        response = new SetHashFieldsResponse();
        scope.StateKey = request.Key;
        using var line = new CommandLine();
        foreach (FieldValue field in request.Fields)
            line.Add(scope.ValueOf(field.Field)).Add(scope.ValueOf(field.Value));
        var command = new HSetEx
        {
            Key = Key.Of(request.Key.Span),
            Condition = ConditionOf(request.Condition),
            Expiry = Expirations.Of(request.FieldExpiration),
            Pairs = FieldPairs.Of(line),
        };
        if (scope.Execute(command, out FieldsSetReply reply) is { } error)
            return error;
        response.Written = reply.IsSet;
        response.Added = reply.Added;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetHashFields(
        OperationScope scope, GetHashFieldsRequest request, out GetHashFieldsResponse response)
    {
        response = new GetHashFieldsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HMGet { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out BulksReply values) is { } error)
            return error;
        response.Version = scope.Version();
        return AddValues(scope, values, response.Values);
    }

    public static Error? GetHash(OperationScope scope, GetHashRequest request, out GetHashResponse response)
    {
        response = new GetHashResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new HGetAll { Key = Key.Of(request.Key.Span) }, out PairsReply pairs) is { } error)
            return error;
        response.Version = scope.Version();
        return AddPairs(scope, pairs, response.Fields);
    }

    public static Error? DeleteHashFields(
        OperationScope scope, DeleteHashFieldsRequest request, out DeleteHashFieldsResponse response)
    {
        response = new DeleteHashFieldsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HDel { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out IntegerReply deleted) is { } error)
            return error;
        response.Deleted = deleted.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetAndDeleteHashFields(
        OperationScope scope, GetAndDeleteHashFieldsRequest request, out GetAndDeleteHashFieldsResponse response)
    {
        response = new GetAndDeleteHashFieldsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HGetDel { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out BulksReply values) is { } error)
            return error;
        response.Version = scope.Version();
        return AddValues(scope, values, response.Values);
    }

    public static Error? HashFieldExists(
        OperationScope scope, HashFieldExistsRequest request, out HashFieldExistsResponse response)
    {
        response = new HashFieldExistsResponse();
        using CommandLine line = new CommandLine().Add(request.Field.Span);
        var command = new HMGet { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out BulksReply values) is { } error)
            return error;
        response.Exists = !values[0].IsNull;
        response.Length = values[0].Bytes.Length;
        return null;
    }

    public static Error? GetHashLength(
        OperationScope scope, GetHashLengthRequest request, out GetHashLengthResponse response)
    {
        response = new GetHashLengthResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new HLen { Key = Key.Of(request.Key.Span) }, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetRandomHashFields(
        OperationScope scope, GetRandomHashFieldsRequest request, out GetRandomHashFieldsResponse response)
    {
        response = new GetRandomHashFieldsResponse();
        var command = new HRandField
        {
            Key = Key.Of(request.Key.Span),
            Count = request.HasCount ? request.Count : 1,
            WithValues = request.WithValues,
        };
        if (scope.Execute(command, out RandomFieldsReply drawn) is { } error)
            return error;
        return request.WithValues
            ? AddPairs(scope, drawn.Pairs, response.Fields)
            : AddNames(scope, drawn.Names, response.Fields);
    }

    /// <summary>Values in the order of the request, some possibly missing.</summary>
    public static Error? AddValues(OperationScope scope, BulksReply values, RepeatedField<OptionalValue> to)
    {
        for (int i = 0; i < values.Count; i++)
        {
            var item = new OptionalValue();
            if (!values[i].IsNull)
            {
                if (scope.Copy(values[i], out ByteString value) is { } tooLarge)
                    return tooLarge;
                item.Value = value;
            }
            to.Add(item);
        }
        return null;
    }

    public static Error? AddNames(OperationScope scope, BulksReply names, RepeatedField<FieldValue> to)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (scope.Copy(names[i], out ByteString name) is { } tooLarge)
                return tooLarge;
            to.Add(new FieldValue { Field = name });
        }
        return null;
    }

    public static Error? AddPairs(OperationScope scope, PairsReply pairs, RepeatedField<FieldValue> to)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            if (scope.Copy(pairs.FieldAt(i), out ByteString field) is { } error)
                return error;
            if (scope.Copy(pairs.ValueAt(i), out ByteString value) is { } tooLarge)
                return tooLarge;
            to.Add(new FieldValue { Field = field, Value = value });
        }
        return null;
    }

    private static SetCondition ConditionOf(HashFieldCondition condition) => condition switch
    {
        HashFieldCondition.AllAbsent => SetCondition.Absent,
        HashFieldCondition.AllPresent => SetCondition.Present,
        _ => SetCondition.None,
    };
}
