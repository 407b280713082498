using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>A list of scores; NaN, which no member can have, stands for one that is missing.</summary>
public readonly struct ScoresReply(ReplyBuffer buffer, int first, int count) : IReply
{
    public int Count { get; } = count;

    public double? this[int index]
    {
        get
        {
            double score = buffer.Score(first + index);
            return double.IsNaN(score) ? null : score;
        }
    }

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
            new DoubleOrNullReply(this[i]).WriteTo(writer);
    }
}
