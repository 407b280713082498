using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>The consumers of a group.</summary>
public readonly struct ConsumerInfosReply(ConsumerInfo[] consumers, long nowMs) : IReply
{
    private const long NeverActive = -1;

    public IReadOnlyList<ConsumerInfo> Consumers => consumers;

    /// <summary>How long ago a consumer last asked for anything.</summary>
    public long IdleMs(ConsumerInfo consumer) => Math.Max(0, nowMs - consumer.SeenMs);

    /// <summary>How long ago a consumer last got anything; -1 if it never did.</summary>
    public long InactiveMs(ConsumerInfo consumer) =>
        consumer.ActiveMs < 0 ? NeverActive : Math.Max(0, nowMs - consumer.ActiveMs);

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(consumers.Length);
        foreach (ConsumerInfo consumer in consumers)
        {
            writer.BeginMap(4);
            writer.Bulk("name"u8);
            writer.Bulk(consumer.Name);
            writer.Bulk("pending"u8);
            writer.Integer(consumer.Pending);
            writer.Bulk("idle"u8);
            writer.Integer(IdleMs(consumer));
            writer.Bulk("inactive"u8);
            writer.Integer(InactiveMs(consumer));
        }
    }
}
