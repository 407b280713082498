namespace WebKv.Server.Rest.Streams;

/// <summary>Entries that a group has pending.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">What to give as start to get those behind these; null at the end.</param>
internal sealed record PendingResult(IReadOnlyList<PendingItem> Entries, string? Next);
