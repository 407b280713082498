using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A stream.</summary>
/// <param name="Length">Number of its entries.</param>
/// <param name="LastId">The highest id that it ever had.</param>
/// <param name="FirstId">The id of its first entry; null without one.</param>
/// <param name="MaxDeletedId">The highest id that was deleted other than by trimming; null without one.</param>
/// <param name="EntriesAdded">Number of entries that it ever had.</param>
/// <param name="Groups">Number of its groups.</param>
/// <param name="FirstEntry">Its first entry.</param>
/// <param name="LastEntry">Its last entry.</param>
internal sealed record StreamResult(
    long Length,
    string LastId,
    string? FirstId,
    string? MaxDeletedId,
    JsonNumber EntriesAdded,
    int Groups,
    EntryItem? FirstEntry,
    EntryItem? LastEntry);
