using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>Where a member is in a sorted set, or that it is not there; void after any change.</summary>
internal readonly ref struct SortedSetPlace
{
    public bool Exists { get; init; }

    public double Score { get; init; }

    /// <summary>Hash of the member, known when the set is a table.</summary>
    public uint Hash { get; init; }

    /// <summary>Position of a packed member.</summary>
    public int Position { get; init; }

    /// <summary>Element of a table.</summary>
    public ScoredElement Element { get; init; }
}
