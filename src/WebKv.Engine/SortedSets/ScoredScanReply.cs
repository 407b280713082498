using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>One page of a ZSCAN: the cursor to go on with (0 at the end) and the members with their scores.</summary>
/// <remarks>Scores are bulks here, in RESP3, too.</remarks>
public readonly struct ScoredScanReply(ulong cursor, ScoredReply elements) : IReply
{
    private const int CursorTextMax = 20;

    public ulong Cursor { get; } = cursor;

    public ScoredReply Elements { get; } = elements;

    public void WriteTo(IReplyWriter writer)
    {
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        Utf8Formatter.TryFormat(Cursor, text[..CursorTextMax], out int written);
        writer.BeginArray(2);
        writer.Bulk(text[..written]);
        writer.BeginArray(Elements.Count * 2);
        for (int i = 0; i < Elements.Count; i++)
        {
            Elements.MemberAt(i).WriteTo(writer);
            writer.Bulk(text[..Numbers.Format(Elements.ScoreAt(i), text)]);
        }
    }
}
