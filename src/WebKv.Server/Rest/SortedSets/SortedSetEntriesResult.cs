using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Entries of a sorted set.</summary>
internal sealed record SortedSetEntriesResult(ScoredList Entries);
