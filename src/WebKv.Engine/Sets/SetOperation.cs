namespace WebKv.Engine.Sets;

/// <summary>How sets are combined.</summary>
public enum SetOperation
{
    /// <summary>Members of any set.</summary>
    Union,

    /// <summary>Members of all sets.</summary>
    Intersection,

    /// <summary>Members of the first set that are in none of the others.</summary>
    Difference,
}
