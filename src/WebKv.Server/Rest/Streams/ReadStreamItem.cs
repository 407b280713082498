using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>A stream to read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="After">The id that was read last; "0" for the beginning, "+" for the last entry.</param>
internal sealed record ReadStreamItem(BinaryValue? Key, string? After);
