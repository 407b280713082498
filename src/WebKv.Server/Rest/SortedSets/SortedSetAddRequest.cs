namespace WebKv.Server.Rest.SortedSets;

/// <summary>Entries to be added, or to get other scores.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Mode">Which of them; all if it is not said.</param>
internal sealed record SortedSetAddRequest(IReadOnlyList<SortedSetEntry?>? Entries, string? Mode);
