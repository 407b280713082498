namespace WebKv.Engine.SortedSets;

/// <summary>How several sorted sets are made one.</summary>
public enum SortedSetOperation
{
    /// <summary>Members of any of them.</summary>
    Union,

    /// <summary>Members of all of them.</summary>
    Intersection,

    /// <summary>Members of the first that no other has.</summary>
    Difference,
}
