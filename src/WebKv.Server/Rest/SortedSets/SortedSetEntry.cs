using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>A member with its score.</summary>
internal sealed record SortedSetEntry(BinaryValue? Member, JsonDouble? Score);
