namespace WebKv.Server.Rest.Streams;

/// <summary>How many of the entries were pending.</summary>
internal sealed record AcknowledgedResult(long Acknowledged);
