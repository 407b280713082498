namespace WebKv.Server.Rest.SortedSets;

/// <summary>Which members to take out.</summary>
/// <param name="End">min for the lowest scores, max for the highest.</param>
/// <param name="Count">How many; one if it is not said.</param>
internal sealed record SortedSetPopRequest(string? End, long? Count);
