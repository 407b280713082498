using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Pending entries with the times at which they were delivered, in a <see cref="ReplyBuffer"/>.</summary>
public readonly struct PendingEntries(ReplyBuffer buffer, int first, int count, bool namesConsumer) : IReply
{
    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(count);
        for (int i = 0; i < count; i++)
        {
            var entry = new PendingEntryReply(buffer, first + i * PendingEntryReply.BufferEntries);
            writer.BeginArray(namesConsumer ? 4 : 3);
            StreamIdReply.Write(writer, entry.Id);
            if (namesConsumer)
                entry.Consumer.WriteTo(writer);
            writer.Integer(entry.DeliveredMs);
            writer.Integer(entry.Deliveries);
        }
    }

    internal static PendingEntries Copy(
        ReplyBuffer buffer, PendingCursor cursor, long countMax, bool namesConsumer)
    {
        int first = buffer.EntryCount;
        int count = 0;
        for (; (countMax == 0 || count < countMax) && cursor.MoveNext(); count++)
            PendingEntryReply.Append(buffer, cursor.Current);
        return new PendingEntries(buffer, first, count, namesConsumer);
    }
}
