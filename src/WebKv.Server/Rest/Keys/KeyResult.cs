namespace WebKv.Server.Rest.Keys;

/// <summary>What is known about a key.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="TtlMs">Milliseconds left; null without an expiry.</param>
/// <param name="Encoding">How the value is kept.</param>
/// <param name="MemoryBytes">Bytes that key and value take.</param>
/// <param name="Etag">ETag of the content, for If-Match.</param>
internal sealed record KeyResult(string Type, long? TtlMs, string Encoding, long MemoryBytes, string Etag);
