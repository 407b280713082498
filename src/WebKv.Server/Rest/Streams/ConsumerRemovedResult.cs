namespace WebKv.Server.Rest.Streams;

/// <summary>What a deleted consumer had not acknowledged.</summary>
internal sealed record ConsumerRemovedResult(long Pending);
