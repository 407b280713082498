namespace WebKv.Engine.SortedSets;

/// <summary>Elements in a row, in the direction in which they are walked.</summary>
/// <param name="First">Rank of the first one on the way.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Reverse">Whether ranks fall on the way.</param>
internal readonly record struct RankSpan(long First, long Count, bool Reverse)
{
    /// <summary>So many of the elements at most, without the first ones.</summary>
    public RankSpan Part(long skipped, long countMax) =>
        new(Reverse ? First - skipped : First + skipped, Math.Min(Count - skipped, countMax), Reverse);

    /// <summary>The same elements by rising ranks.</summary>
    public RankSpan Upwards => Reverse ? new RankSpan(First - Count + 1, Count, Reverse: false) : this;
}
