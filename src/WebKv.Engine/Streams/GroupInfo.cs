using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>A group of consumers as XINFO tells of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Consumers">Number of its consumers.</param>
/// <param name="Pending">Number of entries delivered and not acknowledged.</param>
/// <param name="LastId">The highest id delivered.</param>
/// <param name="EntriesRead">Entries of the stream up to there, counted from the first ever; null when unknown.</param>
/// <param name="Lag">Entries of the stream that were not delivered yet; null when unknown.</param>
public sealed record GroupInfo(
    byte[] Name, int Consumers, long Pending, StreamId LastId, long? EntriesRead, long? Lag)
{
    internal static GroupInfo Of(StreamCollection stream, StreamGroup group) => new(
        group.Name.ToArray(),
        group.ConsumerCount,
        group.PendingCount,
        group.LastId,
        group.EntriesRead < 0 ? null : group.EntriesRead,
        new ReadCounter(stream).Lag(group));

    internal static void WriteCount(IReplyWriter writer, long? count) => new IntegerOrNullReply(count).WriteTo(writer);
}
