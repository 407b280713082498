namespace WebKv.Server.Rest.Lists;

/// <summary>Indexes from the left, in the order of the search.</summary>
internal sealed record ListPositionsResult(IReadOnlyList<long> Positions);
