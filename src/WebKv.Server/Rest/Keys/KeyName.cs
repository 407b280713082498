using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>A key.</summary>
internal sealed record KeyName(BinaryValue Key);
