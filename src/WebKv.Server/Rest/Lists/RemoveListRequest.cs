using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>Elements to remove from a list.</summary>
/// <param name="Value">What they equal.</param>
/// <param name="Count">Up to so many: the first ones if positive, the last ones if negative, all if 0 (default).
/// </param>
internal sealed record RemoveListRequest(BinaryValue? Value, long? Count);
