using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>The effects that several commands on streams log.</summary>
internal static class StreamEffects
{
    public static void LogId(CommandContext context, StreamId id)
    {
        Span<byte> text = stackalloc byte[StreamId.TextMax];
        context.LogArgument(text[..id.Format(text)]);
    }

    /// <summary>XTRIM to the length that is left: the same whatever the size of chunks.</summary>
    public static void LogTrim(CommandContext context, Key key, long length)
    {
        if (!context.BeginLog("XTRIM"u8, 4))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument("MAXLEN"u8);
        context.LogArgument("="u8);
        context.LogArgument(length);
    }

    /// <summary>XGROUP SETID: where a group stands.</summary>
    public static void LogPosition(CommandContext context, Key key, StreamGroup group)
    {
        if (!context.BeginLog("XGROUP"u8, 6))
            return;
        context.LogArgument("SETID"u8);
        context.LogArgument(key.Bytes);
        context.LogArgument(group.Name);
        LogId(context, group.LastId);
        context.LogArgument("ENTRIESREAD"u8);
        context.LogArgument(group.EntriesRead);
    }

    public static void LogConsumer(CommandContext context, Key key, StreamGroup group, ReadOnlySpan<byte> consumer)
    {
        if (!context.BeginLog("XGROUP"u8, 4))
            return;
        context.LogArgument("CREATECONSUMER"u8);
        context.LogArgument(key.Bytes);
        context.LogArgument(group.Name);
        context.LogArgument(consumer);
    }

    /// <summary>XCLAIM of a number of ids, which the caller adds with <see cref="LogId"/>; then
    /// <see cref="EndClaim"/>.</summary>
    public static bool BeginClaim(
        CommandContext context, Key key, StreamGroup group, ReadOnlySpan<byte> consumer, int ids)
    {
        if (!context.BeginLog("XCLAIM"u8, 4 + ids + 8))
            return false;
        context.LogArgument(key.Bytes);
        context.LogArgument(group.Name);
        context.LogArgument(consumer);
        context.LogArgument(0);
        return true;
    }

    public static void EndClaim(CommandContext context, StreamGroup group, long deliveredMs, long deliveries)
    {
        context.LogArgument("TIME"u8);
        context.LogArgument(deliveredMs);
        context.LogArgument("RETRYCOUNT"u8);
        context.LogArgument(deliveries);
        context.LogArgument("FORCE"u8);
        context.LogArgument("JUSTID"u8);
        context.LogArgument("LASTID"u8);
        LogId(context, group.LastId);
    }

    /// <summary>XACK of one id.</summary>
    public static void LogAcknowledged(CommandContext context, Key key, StreamGroup group, StreamId id)
    {
        if (!context.BeginLog("XACK"u8, 3))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument(group.Name);
        LogId(context, id);
    }
}
