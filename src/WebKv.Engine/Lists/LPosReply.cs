using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>The index of a match, or nothing; a list of them when a number was asked for.</summary>
public readonly struct LPosReply(IReadOnlyList<long> positions, bool isList) : IReply
{
    public IReadOnlyList<long> Positions => positions;

    public void WriteTo(IReplyWriter writer)
    {
        if (!isList && positions.Count == 0)
        {
            writer.Null();
            return;
        }
        if (isList)
            writer.BeginArray(positions.Count);
        foreach (long position in positions)
            writer.Integer(position);
    }
}
