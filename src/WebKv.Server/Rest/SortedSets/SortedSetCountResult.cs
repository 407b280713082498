namespace WebKv.Server.Rest.SortedSets;

/// <summary>How many members there are.</summary>
internal sealed record SortedSetCountResult(long Count);
