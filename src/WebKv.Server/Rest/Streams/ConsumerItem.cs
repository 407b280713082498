using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A consumer of a group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pending">Number of entries that it has not acknowledged.</param>
/// <param name="IdleMs">How long ago it last asked for anything.</param>
/// <param name="InactiveMs">How long ago it last got anything; null if it never did.</param>
internal sealed record ConsumerItem(BinaryValue Name, long Pending, long IdleMs, long? InactiveMs);
