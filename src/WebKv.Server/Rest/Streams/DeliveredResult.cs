namespace WebKv.Server.Rest.Streams;

/// <summary>The entries that a consumer was given.</summary>
internal sealed record DeliveredResult(EntryList Entries);
