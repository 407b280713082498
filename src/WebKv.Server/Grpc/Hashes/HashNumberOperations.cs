using WebKv.Engine.Commands;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The methods of HashService on fields that are numbers; requests have passed validation.</summary>
internal static class HashNumberOperations
{
    public static Error? IncrementHashField(
        OperationScope scope, IncrementHashFieldRequest request, out IncrementHashFieldResponse response)
    {
        response = new IncrementHashFieldResponse();
        scope.StateKey = request.Key;
        var command = new HIncrBy
        {
            Key = Key.Of(request.Key.Span),
            Field = request.Field.Span,
            Delta = request.HasDelta ? request.Delta : 1,
        };
        if (scope.Execute(command, out IntegerReply sum) is { } error)
            return error;
        response.Value = sum.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? IncrementHashFieldFloat(
        OperationScope scope, IncrementHashFieldFloatRequest request, out IncrementHashFieldFloatResponse response)
    {
        response = new IncrementHashFieldFloatResponse();
        scope.StateKey = request.Key;
        var command = new HIncrByFloat
        {
            Key = Key.Of(request.Key.Span),
            Field = request.Field.Span,
            Increment = RealNumber.From(request.Delta),
        };
        if (scope.Execute(command, out BulkReply text) is { } error)
            return error;
        Numbers.TryParseFloat(text.Bytes, out double sum);
        response.Value = sum;
        response.Version = scope.Version();
        return null;
    }
}
