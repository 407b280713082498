using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Strings;

/// <summary>The methods of StringService on parts of strings and on counters; requests have passed validation.
/// </summary>
internal static class PartOperations
{
    public static Error? AppendString(
        OperationScope scope, AppendStringRequest request, out AppendStringResponse response)
    {
        response = new AppendStringResponse();
        scope.StateKey = request.Key;
        var command = new Append { Key = Key.Of(request.Key.Span), Value = scope.ValueOf(request.Value) };
        if (scope.Execute(command, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? GetStringRange(
        OperationScope scope, GetStringRangeRequest request, out GetStringRangeResponse response)
    {
        response = new GetStringRangeResponse();
        scope.StateKey = request.Key;
        var command = new GetRange
        {
            Key = Key.Of(request.Key.Span),
            Start = request.Start,
            End = request.HasEnd ? request.End : -1,
        };
        if (scope.Execute(command, out BulkReply part) is { } error)
            return error;
        if (!scope.Context.KnownState.Exists)
            return null;
        if (scope.Copy(part, out ByteString value) is { } tooLarge)
            return tooLarge;
        response.Value = value;
        return null;
    }

    public static Error? SetStringRange(
        OperationScope scope, SetStringRangeRequest request, out SetStringRangeResponse response)
    {
        response = new SetStringRangeResponse();
        scope.StateKey = request.Key;
        var command = new SetRange
        {
            Key = Key.Of(request.Key.Span),
            Offset = request.Offset,
            Value = scope.ValueOf(request.Value),
        };
        if (scope.Execute(command, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? GetStringLength(
        OperationScope scope, GetStringLengthRequest request, out GetStringLengthResponse response)
    {
        response = new GetStringLengthResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new StrLen { Key = Key.Of(request.Key.Span) }, out IntegerReply length) is { } error)
            return error;
        if (scope.Context.KnownState.Exists)
            response.Length = length.Value;
        return null;
    }

    public static Error? IncrementString(
        OperationScope scope, IncrementStringRequest request, out IncrementStringResponse response)
    {
        response = new IncrementStringResponse();
        scope.StateKey = request.Key;
        var command = new IncrementWithExpiry
        {
            Increment = new IncrBy { Key = Key.Of(request.Key.Span), Delta = request.HasDelta ? request.Delta : 1 },
            Expiry = Expirations.Of(request.Expiration),
        };
        if (scope.Execute(command, out IntegerReply sum) is { } error)
            return error;
        response.Value = sum.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? IncrementStringFloat(
        OperationScope scope, IncrementStringFloatRequest request, out IncrementStringFloatResponse response)
    {
        response = new IncrementStringFloatResponse();
        scope.StateKey = request.Key;
        var command = new IncrByFloat { Key = Key.Of(request.Key.Span), Increment = RealNumber.From(request.Delta) };
        if (scope.Execute(command, out BulkReply sum) is { } error)
            return error;
        if (RealNumber.TryParse(sum.Bytes, out RealNumber value))
            response.Value = value.ToDouble();
        response.Version = scope.Version();
        return null;
    }
}
