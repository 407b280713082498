using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>Takes members from an end of a sorted set: ZPOPMIN, ZPOPMAX, ZMPOP.</summary>
internal static class SortedSetPop
{
    public static Error? ParseCount(ref ArgReader arguments, out long? count)
    {
        count = null;
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining > 1)
            return CommonErrors.Syntax;
        if (!Numbers.TryParseInteger(arguments.Next(), out long wanted) || wanted < 0)
            return SortedSetErrors.NotPositive;
        count = wanted;
        return null;
    }

    public static Error? Take(CommandContext context, Key key, bool highest, long count, out ScoredReply taken)
    {
        taken = default;
        if (SortedSetEditor.Peek(context, key, out SortedSetEditor set) is { } error)
            return error;
        SortedSetView view = set.View;
        var span = new RankSpan(highest ? view.Count - 1 : 0, Math.Min(count, view.Count), highest);
        taken = RangeRead.Append(context.Replies, view.Walk(span), withScores: true).Scored;
        if (span.Count == 0)
            return null;
        set.RemoveRange(span);
        context.Notify(KeyspaceEvents.SortedSet, highest ? "zpopmax"u8 : "zpopmin"u8, key);
        set.Finish();
        if (context.BeginLog(highest ? "ZPOPMAX"u8 : "ZPOPMIN"u8, 2))
        {
            context.LogArgument(key.Bytes);
            context.LogArgument(span.Count);
        }
        return null;
    }
}
