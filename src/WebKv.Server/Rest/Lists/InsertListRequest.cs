using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>An element to put beside another.</summary>
/// <param name="Pivot">The element to look for, from the left.</param>
/// <param name="Before">Whether it goes before the pivot, or behind it.</param>
/// <param name="Value">The new element.</param>
internal sealed record InsertListRequest(BinaryValue? Pivot, bool? Before, BinaryValue? Value);
