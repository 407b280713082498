namespace WebKv.Server.Rest.Streams;

/// <summary>How many entries were taken out.</summary>
internal sealed record EntriesRemovedResult(long Removed);
