using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>A member of a sorted set.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Rank">Its position, from 0 at the lowest score.</param>
/// <param name="ReverseRank">Its position, from 0 at the highest score.</param>
internal sealed record SortedSetEntryResult(JsonDouble Score, long Rank, long ReverseRank);
