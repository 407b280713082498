using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>What a consumer wants to be given.</summary>
/// <param name="Consumer">The consumer; it is created if need be.</param>
/// <param name="After">">", or not given, for entries that nobody of the group has; an id for its own entries above it
/// that it has not acknowledged.</param>
/// <param name="Count">Entries at most; all if not given.</param>
/// <param name="NoAck">What is delivered needs no acknowledgement.</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record ReadGroupRequest(
    BinaryValue? Consumer, string? After, long? Count, bool? NoAck, long? WaitMs) : IWaitingBody;
