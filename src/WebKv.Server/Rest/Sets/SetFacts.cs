namespace WebKv.Server.Rest.Sets;

/// <summary>What is known about a set.</summary>
internal sealed record SetFacts(long Count, long? TtlMs, string Etag);
