using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>Members taken from one sorted set.</summary>
/// <param name="taken">The members.</param>
/// <param name="isList">Whether a count was asked for; else the one member and its score are not nested.</param>
public readonly struct PopReply(ScoredReply taken, bool isList) : IReply
{
    public ScoredReply Taken { get; } = taken;

    public void WriteTo(IReplyWriter writer)
    {
        if (isList || Taken.Count == 0)
        {
            Taken.WriteTo(writer);
            return;
        }
        writer.BeginArray(2);
        Taken.MemberAt(0).WriteTo(writer);
        writer.Double(Taken.ScoreAt(0));
    }
}
