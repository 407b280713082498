using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>What ZRANGE and its older forms do; they differ in their words only.</summary>
/// <remarks>A huge range is read in slices (<see cref="LongRead"/>).</remarks>
internal static class RangeRead
{
    private const long BatchMax = 1024;

    public static Error? Apply(
        CommandContext context, Key key, SortedSetRange range, bool withScores, out MembersReply reply)
    {
        var read = new LongRead(context, key);
        while (true)
        {
            reply = default;
            if (SortedSetView.Find(context, key, out SortedSetView set) is { } error)
                return error;
            RankSpan span = range.In(set);
            if (TryRead(ref read, context, key, span, withScores, ref reply))
                return null;
            context.Replies.Reset();
        }
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

    // False when the set has changed between two slices and all must start again.
    private static bool TryRead(
        ref LongRead read, CommandContext context, Key key, RankSpan span, bool withScores, ref MembersReply reply)
    {
        int first = context.Replies.EntryCount;
        for (long done = 0; done < span.Count; done += BatchMax)
        {
            if (done > 0 && read.IsDue && !read.Pause())
                return false;
            Append(context.Replies, SortedSetView.Open(context, key).Walk(span.Part(done, BatchMax)), withScores);
        }
        reply = new MembersReply(context.Replies, first, (int)Math.Max(span.Count, 0), withScores);
        return true;
    }
}
