namespace WebKv.Server.Rest.Streams;

/// <summary>What was claimed.</summary>
/// <param name="Entries">The entries; null with justId.</param>
/// <param name="Ids">Their ids.</param>
internal sealed record ClaimResult(EntryList? Entries, IReadOnlyList<string> Ids);
