using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>An element's way from one list to another, or from one side of a list to the other.</summary>
/// <param name="Source">The list to take from.</param>
/// <param name="Destination">The list to add to.</param>
/// <param name="From">Side of the source: "left" or "right".</param>
/// <param name="To">Side of the destination: "left" or "right".</param>
/// <param name="WaitMs">Milliseconds to wait when there is nothing, up to a minute; not at all if not given.</param>
internal sealed record MoveListItemRequest(
    BinaryValue? Source, BinaryValue? Destination, string? From, string? To, long? WaitMs) : IWaitingBody;
