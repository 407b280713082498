namespace WebKv.Engine.SortedSets;

/// <summary>What becomes of the scores of a member that several sorted sets have.</summary>
public enum ScoreAggregate
{
    Sum,
    Min,
    Max,
}
