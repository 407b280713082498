namespace WebKv.Engine.Replies;

/// <summary>Members with their scores, in turns in a <see cref="ReplyBuffer"/>: see
/// <see cref="ReplyBuffer.AppendScore"/>.</summary>
public readonly struct ScoredReply(ReplyBuffer buffer, int first, int count) : IReply
{
    public int Count { get; } = count;

    public BulkReply MemberAt(int index) => buffer.Entry(first + index * 2);

    public double ScoreAt(int index) => buffer.Score(first + index * 2 + 1);

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginPairs(Count);
        for (int i = 0; i < Count; i++)
        {
            writer.BeginPair();
            MemberAt(i).WriteTo(writer);
            writer.Double(ScoreAt(i));
        }
    }
}
