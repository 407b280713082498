namespace WebKv.Server.Rest.SortedSets;

/// <summary>A range of positions, from 0 at the lowest score; negative ones count from the end.</summary>
/// <param name="Start">The first position; 0 if it is not said.</param>
/// <param name="Stop">The last position, itself included; -1 if it is not said.</param>
internal sealed record RankRange(long? Start, long? Stop);
