using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>A group as XINFO STREAM FULL tells of it.</summary>
/// <param name="Info">The group.</param>
/// <param name="Pending">The first of its pending entries.</param>
/// <param name="Consumers">All consumers.</param>
public sealed record GroupDetails(
    GroupInfo Info, PendingEntries Pending, IReadOnlyList<ConsumerDetails> Consumers) : IReply
{
    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginMap(7);
        writer.Bulk("name"u8);
        writer.Bulk(Info.Name);
        writer.Bulk("last-delivered-id"u8);
        StreamIdReply.Write(writer, Info.LastId);
        writer.Bulk("entries-read"u8);
        GroupInfo.WriteCount(writer, Info.EntriesRead);
        writer.Bulk("lag"u8);
        GroupInfo.WriteCount(writer, Info.Lag);
        writer.Bulk("pel-count"u8);
        writer.Integer(Info.Pending);
        writer.Bulk("pel"u8);
        Pending.WriteTo(writer);
        writer.Bulk("consumers"u8);
        writer.BeginArray(Consumers.Count);
        foreach (ConsumerDetails consumer in Consumers)
            consumer.WriteTo(writer);
    }

    internal static GroupDetails Of(
        CommandContext context, StreamCollection stream, StreamGroup group, long countMax)
    {
        var consumers = new ConsumerDetails[group.ConsumerCount];
        for (int i = 0; i < consumers.Length; i++)
        {
            StreamConsumer consumer = group.ConsumerAt(i);
            PendingCursor cursor = group.PendingOf(consumer, StreamId.Min);
            consumers[i] = new ConsumerDetails(
                ConsumerInfo.Of(consumer),
                PendingEntries.Copy(context.Replies, cursor, countMax, namesConsumer: false));
        }
        PendingEntries pending = PendingEntries.Copy(
            context.Replies, group.Pending(StreamId.Min), countMax, namesConsumer: true);
        return new GroupDetails(GroupInfo.Of(stream, group), pending, consumers);
    }
}
