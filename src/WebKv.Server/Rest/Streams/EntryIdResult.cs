namespace WebKv.Server.Rest.Streams;

/// <summary>The id of an entry.</summary>
internal sealed record EntryIdResult(string Id);
