using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A look through what a group has pending, for what a consumer is to take over.</summary>
/// <param name="Consumer">The consumer; it is created if need be.</param>
/// <param name="MinIdleMs">How long ago entries must have been delivered last; 0 if not given.</param>
/// <param name="Cursor">nextCursor of the look before; not given to begin.</param>
/// <param name="Count">Entries to claim at most; 100 if not given.</param>
/// <param name="JustId">Tell the ids only, and do not count a delivery.</param>
internal sealed record AutoClaimRequest(
    BinaryValue? Consumer, long? MinIdleMs, string? Cursor, long? Count, bool? JustId);
