namespace WebKv.Server.Rest.Lists;

/// <summary>What is known about a list.</summary>
/// <param name="Length">Number of elements.</param>
/// <param name="TtlMs">Milliseconds left; null without an expiry.</param>
/// <param name="Etag">ETag of the content, for If-Match.</param>
internal sealed record ListResult(long Length, long? TtlMs, string Etag);
