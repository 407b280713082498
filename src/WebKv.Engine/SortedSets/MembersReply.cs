using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>Members of a sorted set, with their scores if those were asked for.</summary>
public readonly struct MembersReply(ReplyBuffer buffer, int first, int count, bool withScores) : IReply
{
    public int Count { get; } = count;

    /// <summary>The members, if no scores were asked for.</summary>
    public BulksReply Members => new(buffer, first, Count);

    /// <summary>Members and scores, if those were asked for.</summary>
    public ScoredReply Scored => new(buffer, first, Count);

    public void WriteTo(IReplyWriter writer)
    {
        if (withScores)
            Scored.WriteTo(writer);
        else
            Members.WriteTo(writer);
    }
}
