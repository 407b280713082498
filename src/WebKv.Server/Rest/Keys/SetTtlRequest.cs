namespace WebKv.Server.Rest.Keys;

/// <summary>A new expiry.</summary>
/// <param name="TtlMs">Milliseconds from now, of which none or fewer delete the key; or</param>
/// <param name="ExpireAt">a time in RFC 3339. One that is past deletes the key.</param>
/// <param name="When">"always" (default), "ifNone", "ifSome", "ifGreater" or "ifLess".</param>
internal sealed record SetTtlRequest(long? TtlMs, string? ExpireAt, string? When);
