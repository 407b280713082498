using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>One page of entries, in no order.</summary>
/// <param name="Entries">The entries; about as many as asked for, maybe none.</param>
/// <param name="NextCursor">How to go on; null at the end.</param>
internal sealed record SortedSetPage(ScoredList Entries, string? NextCursor);
