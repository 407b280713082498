using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>A pending entry in a <see cref="ReplyBuffer"/>.</summary>
public readonly struct PendingEntryReply(ReplyBuffer buffer, int at)
{
    internal const int BufferEntries = 5;

    public StreamId Id => new((ulong)buffer.Integer(at), (ulong)buffer.Integer(at + 1));

    public BulkReply Consumer => buffer.Entry(at + 2);

    /// <summary>When it was last delivered (Unix ms).</summary>
    public long DeliveredMs => buffer.Integer(at + 3);

    public long Deliveries => buffer.Integer(at + 4);

    internal static void Append(ReplyBuffer buffer, StreamPending pending)
    {
        buffer.AppendInteger((long)pending.Id.Ms);
        buffer.AppendInteger((long)pending.Id.Sequence);
        buffer.Append(pending.Consumer.Name);
        buffer.AppendInteger(pending.DeliveredMs);
        buffer.AppendInteger(pending.Deliveries);
    }
}
