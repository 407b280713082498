namespace WebKv.Server.Rest.SortedSets;

/// <summary>How many members were removed.</summary>
internal sealed record SortedSetRemovedResult(long Removed);
