using WebKv.Server.Rest.Calls;

namespace WebKv.Server.Rest.Lists;

/// <summary>What to take from a list.</summary>
/// <param name="Side">Where from: "left" (default) or "right".</param>
/// <param name="Count">Up to so many; 1 if not given.</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record PopListRequest(string? Side, long? Count, long? WaitMs) : IWaitingBody;
