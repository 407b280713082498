namespace WebKv.Engine.SortedSets;

/// <summary>What the ends of a range of a sorted set are.</summary>
public enum SortedSetOrder
{
    /// <summary>Positions, counted from 0.</summary>
    Rank,

    /// <summary>Scores.</summary>
    Score,

    /// <summary>Members, in the order of their bytes: means something only where all scores are equal.</summary>
    Member,
}
