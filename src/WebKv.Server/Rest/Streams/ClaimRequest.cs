using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>Entries that a consumer wants to take over.</summary>
/// <param name="Consumer">The consumer; it is created if need be.</param>
/// <param name="MinIdleMs">How long ago they must have been delivered last; 0 if not given.</param>
/// <param name="Ids">The entries.</param>
/// <param name="JustId">Tell the ids only, and do not count a delivery.</param>
/// <param name="Force">Take also what is not pending.</param>
/// <param name="IdleMs">How long ago they shall count as delivered; 0 if not given.</param>
/// <param name="Deliveries">How often they shall count as delivered; once more if not given.</param>
internal sealed record ClaimRequest(
    BinaryValue? Consumer,
    long? MinIdleMs,
    IReadOnlyList<string?>? Ids,
    bool? JustId,
    bool? Force,
    long? IdleMs,
    long? Deliveries);
