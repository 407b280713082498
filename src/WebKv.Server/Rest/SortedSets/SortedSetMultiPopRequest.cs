using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Which members to take out of the first sorted set that has any.</summary>
/// <param name="Keys">The sorted sets, in this order.</param>
/// <param name="End">min for the lowest scores, max for the highest.</param>
/// <param name="Count">How many; one if it is not said.</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record SortedSetMultiPopRequest(
    IReadOnlyList<BinaryValue?>? Keys, string? End, long? Count, long? WaitMs) : IWaitingBody;
