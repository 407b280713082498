namespace WebKv.Server.Rest.Streams;

/// <summary>What was claimed.</summary>
/// <param name="NextCursor">Where to look on; null at the end.</param>
/// <param name="Entries">The entries; null with justId.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="DeletedIds">Entries that were pending and are deleted; they are pending no more.</param>
internal sealed record AutoClaimResult(
    string? NextCursor, EntryList? Entries, IReadOnlyList<string> Ids, IReadOnlyList<string> DeletedIds);
