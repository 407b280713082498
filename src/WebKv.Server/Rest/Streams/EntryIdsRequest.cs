namespace WebKv.Server.Rest.Streams;

/// <summary>The entries to work on.</summary>
internal sealed record EntryIdsRequest(IReadOnlyList<string?>? Ids);
