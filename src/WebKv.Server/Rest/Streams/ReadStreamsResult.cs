namespace WebKv.Server.Rest.Streams;

/// <summary>The streams that have something, each with its key.</summary>
internal sealed record ReadStreamsResult(StreamList Streams);
