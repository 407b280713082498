using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>What ZRANGE and its older forms do; they differ in their words only.</summary>
internal static class RangeRead
{
    public static Error? Apply(
        CommandContext context, Key key, SortedSetRange range, bool withScores, out MembersReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, key, out SortedSetView set) is { } error)
            return error;
        reply = Append(context.Replies, set.Walk(range.In(set)), withScores);
        return null;
    }

    public static MembersReply Append(ReplyBuffer replies, SortedSetCursor elements, bool withScores)
    {
        int first = replies.EntryCount;
        int count = 0;
        for (; elements.MoveNext(); count++)
        {
            replies.Append(elements.Member);
            if (withScores)
                replies.AppendScore(elements.Score);
        }
        return new MembersReply(replies, first, count, withScores);
    }
}
