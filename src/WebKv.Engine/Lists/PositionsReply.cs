using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>The indexes that LPOS found: one or null, or an array if a count was given.</summary>
public readonly struct PositionsReply(IReadOnlyList<long> positions, bool isArray) : IReply
{
    public IReadOnlyList<long> Positions => positions;

    public void WriteTo(IReplyWriter writer)
    {
        if (isArray)
            writer.BeginArray(positions.Count);
        else if (positions.Count == 0)
            writer.Null();
        foreach (long position in positions)
            writer.Integer(position);
    }
}
