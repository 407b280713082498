namespace WebKv.Server.Rest.Keys;

/// <summary>One page of keys.</summary>
/// <param name="Items">The keys; about as many as asked for, maybe none.</param>
/// <param name="NextCursor">How to go on; null at the end.</param>
internal sealed record KeyPage(IReadOnlyList<KeyPageItem> Items, string? NextCursor);
