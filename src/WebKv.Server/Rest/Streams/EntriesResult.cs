namespace WebKv.Server.Rest.Streams;

/// <summary>Entries of a stream.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">What to give as start, or with rev as end, to get the entries behind these; null at the end.
/// </param>
internal sealed record EntriesResult(EntryList Entries, string? Next);
