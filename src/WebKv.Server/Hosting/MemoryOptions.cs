namespace WebKv.Server.Hosting;

public sealed class MemoryOptions
{
    /// <summary>Bytes of data at most; 0 for no limit.</summary>
    public long Max { get; init; }

    /// <summary>What goes when the limit is reached, by the name that Redis gives the policy.</summary>
    public string Policy { get; init; } = "noeviction";

    /// <summary>Keys that each eviction chooses from, about.</summary>
    public int Samples { get; init; } = 16;
}
