namespace WebKv.Engine.Commands;

/// <summary>
/// Which arguments are keys, in the terms of COMMAND: positions count from the command name (0); a negative last
/// position counts from the end.
/// </summary>
public readonly record struct KeySpec(int First, int Last, int Step)
{
    public static readonly KeySpec None = new(0, 0, 0);
    public static readonly KeySpec One = new(1, 1, 1);
    public static readonly KeySpec Two = new(1, 2, 1);
    public static readonly KeySpec All = new(1, -1, 1);
    public static readonly KeySpec EveryOther = new(1, -1, 2);

    /// <summary>The positions of the keys in a command line of a given length.</summary>
    public IEnumerable<int> Positions(int argumentCount)
    {
        if (First == 0)
            yield break;
        int last = Last < 0 ? argumentCount + Last : Last;
        for (int i = First; i <= last && i < argumentCount; i += Step)
            yield return i;
    }
}
