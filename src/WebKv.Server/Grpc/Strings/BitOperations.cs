using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using BitOperation = WebKv.Engine.Strings.BitOperation;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Strings;

/// <summary>The methods of StringService on bits; requests have passed validation.</summary>
internal static class BitOperations
{
    public static Error? GetBit(OperationScope scope, GetBitRequest request, out GetBitResponse response)
    {
        response = new GetBitResponse();
        var command = new GetBit { Key = Key.Of(request.Key.Span), Offset = request.Offset };
        Error? error = scope.Execute(command, out IntegerReply bit);
        response.Bit = bit.Value != 0;
        return error;
    }

    public static Error? SetBit(OperationScope scope, SetBitRequest request, out SetBitResponse response)
    {
        response = new SetBitResponse();
        scope.StateKey = request.Key;
        var command = new SetBit { Key = Key.Of(request.Key.Span), Offset = request.Offset, Bit = request.Bit };
        if (scope.Execute(command, out IntegerReply previous) is { } error)
            return error;
        response.PreviousBit = previous.Value != 0;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? CountBits(OperationScope scope, CountBitsRequest request, out CountBitsResponse response)
    {
        response = new CountBitsResponse();
        var command = new BitCount
        {
            Key = Key.Of(request.Key.Span),
            Start = request.Start,
            End = request.HasEnd ? request.End : null,
            Unit = UnitOf(request.Unit),
        };
        if (scope.Execute(command, out BitCountReply count) is { } error)
            return error;
        response.Count = count.Value;
        return null;
    }

    public static Error? FindBit(OperationScope scope, FindBitRequest request, out FindBitResponse response)
    {
        response = new FindBitResponse();
        var command = new BitPos
        {
            Key = Key.Of(request.Key.Span),
            Bit = request.Bit,
            Start = request.Start,
            End = request.HasEnd ? request.End : null,
            Unit = UnitOf(request.Unit),
        };
        if (scope.Execute(command, out BitPositionReply reply) is { } error)
            return error;
        long position = reply.Value;
        if (position >= 0)
            response.Position = position;
        return null;
    }

    public static Error? CombineBits(OperationScope scope, CombineBitsRequest request, out CombineBitsResponse response)
    {
        response = new CombineBitsResponse();
        scope.StateKey = request.Destination;
        using CommandLine sources = CommandLines.Of(request.Sources);
        var command = new BitOp
        {
            Operation = OperationOf(request.Operation),
            Destination = Key.Of(request.Destination.Span),
            Sources = sources.AsKeys(),
        };
        if (scope.Execute(command, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.Version();
        return null;
    }

    private static BitUnit UnitOf(BitRangeUnit unit) => unit == BitRangeUnit.Bit ? BitUnit.Bit : BitUnit.Byte;

    private static BitOperation OperationOf(V1.BitOperation operation) => operation switch
    {
        V1.BitOperation.And => BitOperation.And,
        V1.BitOperation.Or => BitOperation.Or,
        V1.BitOperation.Xor => BitOperation.Xor,
        V1.BitOperation.Not => BitOperation.Not,
        _ => throw new InvalidOperationException($"operation {operation} has passed validation"),
    };
}
