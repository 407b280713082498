using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>The next of a stream for somebody who follows it: a gap, or entries.</summary>
public readonly struct TailReply : IReply
{
    /// <summary>A gap in front of what comes next; there are no entries then.</summary>
    public TailGap Gap { get; init; }

    public EntriesReply Entries { get; init; }

    /// <summary>The position behind this.</summary>
    public required TailPosition Next { get; init; }

    public void WriteTo(IReplyWriter writer) => Entries.WriteTo(writer);
}
