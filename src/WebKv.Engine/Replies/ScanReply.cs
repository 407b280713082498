using System.Buffers.Text;

namespace WebKv.Engine.Replies;

/// <summary>One page of a scan: the cursor to go on with (0 at the end) and the elements.</summary>
public readonly struct ScanReply(ulong cursor, BulksReply elements) : IReply
{
    public ulong Cursor { get; } = cursor;

    public BulksReply Elements { get; } = elements;

    public void WriteTo(IReplyWriter writer)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(Cursor, text, out int written);
        writer.BeginArray(2);
        writer.Bulk(text[..written]);
        Elements.WriteTo(writer);
    }
}
