using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>A consumer of a group as XINFO tells of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pending">Number of entries that it was given and has not acknowledged.</param>
/// <param name="SeenMs">When it last asked for anything (Unix ms).</param>
/// <param name="ActiveMs">When it last got anything (Unix ms); -1 before.</param>
public sealed record ConsumerInfo(byte[] Name, long Pending, long SeenMs, long ActiveMs)
{
    internal static ConsumerInfo Of(StreamConsumer consumer) =>
        new(consumer.Name.ToArray(), consumer.PendingCount, consumer.SeenMs, consumer.ActiveMs);
}
