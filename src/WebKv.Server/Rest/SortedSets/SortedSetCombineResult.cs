using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The result of a combination.</summary>
/// <param name="Count">Number of its members.</param>
/// <param name="Entries">The entries by rising score; null if they were stored or only counted.</param>
internal sealed record SortedSetCombineResult(long Count, ScoredList? Entries);
