using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>Where a key goes.</summary>
/// <param name="To">The new key.</param>
/// <param name="Replace">Whether it may replace an existing one.</param>
internal sealed record TargetRequest(BinaryValue? To, bool? Replace);
