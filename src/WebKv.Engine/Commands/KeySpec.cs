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

    /// <summary>Position of the argument that says how many keys follow it; 0 if none does.</summary>
    public int CountAt { get; init; }

    /// <summary>Keys that follow their number, which stands at a position.</summary>
    public static KeySpec Counted(int position) => new(0, 0, 0) { CountAt = position };

    public bool IsNone => First == 0 && CountAt == 0;

    /// <summary>The positions of the keys in a command line.</summary>
    public List<int> PositionsIn(ArgList line)
    {
        var positions = new List<int>();
        int last = Last < 0 ? line.Count + Last : Last;
        for (int i = First; First > 0 && i <= last && i < line.Count; i += Step)
            positions.Add(i);
        if (CountAt > 0 && CountAt < line.Count && Numbers.TryParseInteger(line[CountAt], out long count))
            for (int i = CountAt + 1; i < line.Count && i <= CountAt + count; i++)
                positions.Add(i);
        return positions;
    }
}
