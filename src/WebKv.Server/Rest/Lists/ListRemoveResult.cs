namespace WebKv.Server.Rest.Lists;

/// <summary>How many elements were removed.</summary>
internal sealed record ListRemoveResult(long Removed);
