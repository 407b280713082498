using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Wire;

namespace WebKv.Server.Grpc.Strings;

/// <summary>StringService.GetString, from bytes to bytes.</summary>
internal sealed class GetStringCall(CommandDispatcher dispatcher)
{
    private const int KeyField = 1;
    private const int ValueField = 1;
    private const int TtlField = 2;
    private const int VersionField = 3;
    private const int Seconds = 1;
    private const int Nanos = 2;

    public Error? Run(CommandContext context, CallSettings settings, WireMessage request, WireMessage response)
    {
        if (!TryReadKey(request, out ReadOnlySpan<byte> key))
            return GrpcErrors.MalformedMessage;
        context.StateKey = key.ToArray();
        var get = new Get { Key = Key.Of(key) };
        if (dispatcher.Execute(context, get, out BulkReply value) is { } error)
            return error;
        if (value.Bytes.Length > settings.ReplyBytesMax)
            return GrpcErrors.ReplyTooLarge(settings.ReplyBytesMax);

        KeyState state = context.State;
        var output = new ProtoWriter(response);
        if (!value.IsNull)
            output.Bytes(ValueField, value.Bytes);
        if (state.TtlMs(context.NowMs) is { } ttlMs)
            WriteDuration(output, ttlMs);
        VersionMessage.Write(output, VersionField, state, Versions.OffsetAfter(context));
        return null;
    }

    private static bool TryReadKey(WireMessage request, out ReadOnlySpan<byte> key)
    {
        key = default;
        var reader = new ProtoReader(request.Bytes);
        while (reader.Next())
            if (reader.Is(KeyField, WireType.Length))
                key = reader.Content;
        return !reader.IsFaulted;
    }

    private static void WriteDuration(ProtoWriter output, long ms)
    {
        int start = output.Open(TtlField);
        (long seconds, long restMs) = Math.DivRem(ms, 1000);
        if (seconds != 0)
            output.Varint(Seconds, (ulong)seconds);
        if (restMs != 0)
            output.Varint(Nanos, (ulong)restMs * 1_000_000);
        output.Close(start);
    }
}
