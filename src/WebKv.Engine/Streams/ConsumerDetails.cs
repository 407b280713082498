using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>A consumer as XINFO STREAM FULL tells of it.</summary>
/// <param name="Info">The consumer.</param>
/// <param name="Pending">The first of its pending entries.</param>
public sealed record ConsumerDetails(ConsumerInfo Info, PendingEntries Pending) : IReply
{
    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginMap(5);
        writer.Bulk("name"u8);
        writer.Bulk(Info.Name);
        writer.Bulk("seen-time"u8);
        writer.Integer(Info.SeenMs);
        writer.Bulk("active-time"u8);
        writer.Integer(Info.ActiveMs);
        writer.Bulk("pel-count"u8);
        writer.Integer(Info.Pending);
        writer.Bulk("pel"u8);
        Pending.WriteTo(writer);
    }
}
