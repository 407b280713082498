using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A group of consumers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Consumers">Number of its consumers.</param>
/// <param name="Pending">Number of entries delivered and not acknowledged.</param>
/// <param name="LastId">The highest id delivered.</param>
/// <param name="EntriesRead">Number of entries up to there; null when that is not known.</param>
/// <param name="Lag">Number of entries not delivered yet; null when that is not known.</param>
internal sealed record GroupItem(
    BinaryValue Name, int Consumers, long Pending, string LastId, JsonNumber? EntriesRead, JsonNumber? Lag);
