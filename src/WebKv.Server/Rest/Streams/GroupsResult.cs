namespace WebKv.Server.Rest.Streams;

/// <summary>The groups of a stream, by name.</summary>
internal sealed record GroupsResult(IReadOnlyList<GroupItem> Groups);
