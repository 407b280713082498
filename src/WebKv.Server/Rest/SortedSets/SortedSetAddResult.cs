namespace WebKv.Server.Rest.SortedSets;

/// <summary>How many members are new, and how many have another score now.</summary>
internal sealed record SortedSetAddResult(long Added, long Changed);
