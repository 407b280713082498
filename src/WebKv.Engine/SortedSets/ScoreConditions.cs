namespace WebKv.Engine.SortedSets;

/// <summary>Which members ZADD may touch, and how their scores may move.</summary>
[Flags]
public enum ScoreConditions
{
    None = 0,

    /// <summary>NX: only add members.</summary>
    IfAbsent = 1 << 0,

    /// <summary>XX: only change members that are there.</summary>
    IfPresent = 1 << 1,

    /// <summary>GT: change a score only to a greater one; does not keep members from being added.</summary>
    IfGreater = 1 << 2,

    /// <summary>LT: change a score only to a lower one; does not keep members from being added.</summary>
    IfLess = 1 << 3,
}
