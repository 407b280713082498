using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Hashes;

/// <summary>Fields to be read, and what to do to them in the same step: at most one of the others.</summary>
/// <param name="Fields">Their names.</param>
/// <param name="Delete">Remove them.</param>
/// <param name="TtlMs">Let them expire after milliseconds.</param>
/// <param name="ExpireAt">Let them expire at a time in RFC 3339.</param>
/// <param name="Persist">Take their expiry away.</param>
internal sealed record HashGetRequest(
    IReadOnlyList<BinaryValue?>? Fields, bool? Delete, long? TtlMs, string? ExpireAt, bool? Persist);
