using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>A key of a page.</summary>
internal sealed record KeyPageItem(BinaryValue Key, string Type, long? TtlMs);
