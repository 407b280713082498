using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>What ZREMRANGEBYRANK, -SCORE and -LEX do; they differ in their words only.</summary>
internal static class RangeRemoval
{
    public static Error? Apply(
        CommandContext context, Key key, SortedSetRange range, ReadOnlySpan<byte> name, out IntegerReply reply)
    {
        reply = default;
        if (SortedSetEditor.Peek(context, key, out SortedSetEditor set) is { } error)
            return error;
        RankSpan span = range.In(set.View);
        reply = new IntegerReply(span.Count);
        if (span.Count == 0)
            return null;
        set.RemoveRange(span);
        context.Notify(KeyspaceEvents.SortedSet, name, key);
        set.Finish();
        Log(context, key, span.Upwards);
        return null;
    }

    /// <summary>Journals the removal of elements by rank.</summary>
    public static void Log(CommandContext context, Key key, RankSpan upwards)
    {
        if (!context.BeginLog("ZREMRANGEBYRANK"u8, 3))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument(upwards.First);
        context.LogArgument(upwards.First + upwards.Count - 1);
    }
}
