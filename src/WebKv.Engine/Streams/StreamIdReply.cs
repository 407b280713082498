using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>An entry's id, or nothing.</summary>
public readonly struct StreamIdReply(StreamId? id) : IReply
{
    public StreamId? Id { get; } = id;

    public void WriteTo(IReplyWriter writer)
    {
        if (Id is { } present)
            Write(writer, present);
        else
            writer.Null();
    }

    /// <summary>An id as its text.</summary>
    internal static void Write(IReplyWriter writer, StreamId id)
    {
        Span<byte> text = stackalloc byte[StreamId.TextMax];
        writer.Bulk(text[..id.Format(text)]);
    }
}
