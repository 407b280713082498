namespace WebKv.Server.Rest.Strings;

/// <summary>The new expiry: exactly one of the three.</summary>
internal sealed record TouchTtlRequest(long? TtlMs, string? ExpireAt, bool? Persist);
