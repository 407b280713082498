namespace WebKv.Memory.Collections.Streams;

/// <summary>How a stream is to be cut at its old end.</summary>
public readonly record struct StreamTrim
{
    /// <summary>Keep the newest entries, this many; null to cut by id.</summary>
    public long? LengthMax { get; init; }

    /// <summary>Keep entries from this id on.</summary>
    public StreamId IdMin { get; init; }

    /// <summary>Take out whole chunks only: cheap, and leaves up to a chunk more than asked for.</summary>
    public bool WholeChunks { get; init; }

    /// <summary>Entries to be taken out at most; 0 for no limit.</summary>
    public long Limit { get; init; }
}
