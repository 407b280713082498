using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The score that a member has now.</summary>
internal sealed record SortedSetScoreResult(JsonDouble Score);
