using WebKv.Server.Rest.Calls;

namespace WebKv.Server.Rest.Streams;

/// <summary>The streams to read.</summary>
/// <param name="Streams">Each with the id behind which to begin.</param>
/// <param name="Count">Entries per stream at most; all if not given.</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record ReadStreamsRequest(
    IReadOnlyList<ReadStreamItem?>? Streams, long? Count, long? WaitMs) : IWaitingBody;
