namespace WebKv.Server.Rest.Sets;

/// <summary>How many members were added or removed.</summary>
internal sealed record SetChangedResult(long Changed);
