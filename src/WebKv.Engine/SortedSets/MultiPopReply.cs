using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>The key of a sorted set and the members taken from it, or nothing.</summary>
public readonly ref struct MultiPopReply(ReadOnlySpan<byte> key, ScoredReply taken) : IReply
{
    public bool IsNull => Taken.Count == 0;

    public ReadOnlySpan<byte> Key { get; } = key;

    public ScoredReply Taken { get; } = taken;

    public void WriteTo(IReplyWriter writer)
    {
        if (IsNull)
        {
            writer.NullArray();
            return;
        }
        writer.BeginArray(2);
        writer.Bulk(Key);
        writer.BeginArray(Taken.Count);
        for (int i = 0; i < Taken.Count; i++)
        {
            writer.BeginArray(2);
            Taken.MemberAt(i).WriteTo(writer);
            writer.Double(Taken.ScoreAt(i));
        }
    }
}
