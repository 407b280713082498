namespace WebKv.Server.Rest.Lists;

/// <summary>What to take from a list.</summary>
/// <param name="Side">Where from: "left" (default) or "right".</param>
/// <param name="Count">Up to so many; 1 if not given.</param>
internal sealed record PopListRequest(string? Side, long? Count);
