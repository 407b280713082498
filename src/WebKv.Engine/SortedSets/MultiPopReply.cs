using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>The key of a sorted set and the members taken from it, or nothing.</summary>
/// <remarks>ZMPOP nests the pairs, in RESP2, too; BZPOPMIN puts its one member and the score beside the key.</remarks>
public readonly ref struct MultiPopReply(ReadOnlySpan<byte> key, ScoredReply taken, bool isFlat) : IReply
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
        writer.BeginArray(isFlat ? 3 : 2);
        writer.Bulk(Key);
        if (isFlat)
        {
            WritePair(writer, 0);
            return;
        }
        writer.BeginArray(Taken.Count);
        for (int i = 0; i < Taken.Count; i++)
        {
            writer.BeginArray(2);
            WritePair(writer, i);
        }
    }

    private void WritePair(IReplyWriter writer, int index)
    {
        Taken.MemberAt(index).WriteTo(writer);
        writer.Double(Taken.ScoreAt(index));
    }
}
