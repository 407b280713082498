using WebKv.Engine.Blocking;
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

    /// <summary>Reads numkeys key [key ...] MIN | MAX [COUNT count].</summary>
    public static Error? ParseMany(ref ArgReader arguments, out KeyList keys, out bool highest, out long count)
    {
        keys = default;
        highest = false;
        count = 1;
        if (!Numbers.TryParseInteger(arguments.Next(), out long keyCount) || keyCount < 1)
            return SortedSetErrors.KeyCount;
        if (keyCount >= arguments.Remaining)
            return CommonErrors.Syntax;
        keys = arguments.NextKeys((int)keyCount);
        highest = arguments.TryKeyword("MAX"u8);
        if (!highest && !arguments.TryKeyword("MIN"u8))
            return CommonErrors.Syntax;
        if (!arguments.HasNext)
            return null;
        if (!arguments.TryKeyword("COUNT"u8) || arguments.Remaining != 1)
            return CommonErrors.Syntax;
        bool isValid = Numbers.TryParseInteger(arguments.Next(), out count) && count > 0;
        return isValid ? null : SortedSetErrors.PopCount;
    }

    /// <summary>Takes from the first set that is not empty. Without a count it is one member, and the reply is not
    /// nested.</summary>
    public static Error? TakeFirst(
        CommandContext context, KeyList keys, bool highest, long? count, out MultiPopReply reply)
    {
        reply = default;
        for (int i = 0; i < keys.Count; i++)
        {
            Key key = keys[i];
            if (Take(context, key, highest, count ?? 1, out ScoredReply taken) is { } error)
                return error;
            if (taken.Count == 0)
                continue;
            reply = new MultiPopReply(context.Replies.Copy(key.Bytes), taken, isFlat: count is null);
            return null;
        }
        return null;
    }

    public static Error? TakeFirstOrWait(
        CommandContext context, KeyList keys, bool highest, long? count, long timeoutMs, out MultiPopReply reply)
    {
        Error? error = TakeFirst(context, keys, highest, count, out reply);
        return error is null && reply.IsNull ? context.WaitFor(WaitKind.SortedSet, keys, timeoutMs) : error;
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
