using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>For each member of the request, in its order, its score; null for one that is not there.</summary>
internal sealed record SortedSetScoresResult(IReadOnlyList<JsonDouble?> Scores);
