using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>What to take from the first of several lists that exists.</summary>
/// <param name="Keys">The keys, in the order in which they are tried.</param>
/// <param name="Side">Where from: "left" (default) or "right".</param>
/// <param name="Count">Up to so many; 1 if not given.</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record PopListsRequest(
    IReadOnlyList<BinaryValue?>? Keys, string? Side, long? Count, long? WaitMs) : IWaitingBody;
