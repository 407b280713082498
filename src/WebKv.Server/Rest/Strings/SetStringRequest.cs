using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>A value with its options: the JSON form of PUT /v1/strings/{key}.</summary>
/// <param name="Value">The value.</param>
/// <param name="TtlMs">Milliseconds to live.</param>
/// <param name="ExpireAt">When it expires, in RFC 3339.</param>
/// <param name="KeepTtl">Whether an existing expiry stays.</param>
/// <param name="Condition">"absent" or "present": what must hold for the write.</param>
internal sealed record SetStringRequest(
    BinaryValue? Value, long? TtlMs, string? ExpireAt, bool? KeepTtl, string? Condition);
