namespace WebKv.Server.Rest.SortedSets;

/// <summary>What is known about a sorted set.</summary>
internal sealed record SortedSetFacts(long Count, long? TtlMs, string Etag);
