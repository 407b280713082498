using System.Buffers.Text;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// What a group has pending: in all and per consumer, or a list of entries (<see cref="IsList"/>). Default is a group
/// that has nothing pending.
/// </summary>
public readonly struct PendingReply(ReplyBuffer buffer, int first, int count) : IReply
{
    private const int NumberTextMax = 20;

    /// <summary>Number of consumers that have something pending, or of the entries listed.</summary>
    public int Count { get; } = count;

    public bool IsList { get; init; }

    /// <summary>The time that idle times count from.</summary>
    public long NowMs { get; init; }

    public long Total { get; init; }

    public StreamId Lowest { get; init; }

    public StreamId Highest { get; init; }

    public PendingEntryReply EntryAt(int index) =>
        new(buffer, first + index * PendingEntryReply.BufferEntries);

    public BulkReply ConsumerAt(int index) => buffer.Entry(first + index * 2);

    public long PendingAt(int index) => buffer.Integer(first + index * 2 + 1);

    /// <summary>How long ago an entry was delivered last.</summary>
    public long IdleMs(PendingEntryReply entry) => Math.Max(0, NowMs - entry.DeliveredMs);

    public void WriteTo(IReplyWriter writer)
    {
        if (IsList)
            WriteList(writer);
        else
            WriteSummary(writer);
    }

    private void WriteList(IReplyWriter writer)
    {
        writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
        {
            PendingEntryReply entry = EntryAt(i);
            writer.BeginArray(4);
            StreamIdReply.Write(writer, entry.Id);
            entry.Consumer.WriteTo(writer);
            writer.Integer(IdleMs(entry));
            writer.Integer(entry.Deliveries);
        }
    }

    private void WriteSummary(IReplyWriter writer)
    {
        writer.BeginArray(4);
        writer.Integer(Total);
        if (Total == 0)
        {
            writer.Null();
            writer.Null();
            writer.NullArray();
            return;
        }
        StreamIdReply.Write(writer, Lowest);
        StreamIdReply.Write(writer, Highest);
        writer.BeginArray(Count);
        Span<byte> text = stackalloc byte[NumberTextMax];
        for (int i = 0; i < Count; i++)
        {
            writer.BeginArray(2);
            ConsumerAt(i).WriteTo(writer);
            Utf8Formatter.TryFormat(PendingAt(i), text, out int length);
            writer.Bulk(text[..length]);
        }
    }
}
