namespace WebKv.Server.Rest.Keys;

/// <summary>How long a key lives; both null without an expiry.</summary>
internal sealed record TtlResult(long? TtlMs, string? ExpireAt);
