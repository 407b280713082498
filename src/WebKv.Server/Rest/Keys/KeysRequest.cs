using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>The keys to work on.</summary>
internal sealed record KeysRequest(IReadOnlyList<BinaryValue?>? Keys);
