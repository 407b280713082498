namespace WebKv.Engine;

/// <summary>
/// Up to which size collections lie packed inside their record. A bigger limit saves memory and costs time, since a
/// packed collection is scanned. The defaults are those of Redis.
/// </summary>
public sealed record PackingLimits
{
    /// <summary>Elements of a packed structure at most, whatever is asked for.</summary>
    public const int EntriesMax = 16 * 1024;

    /// <summary>Bytes of a packed list, and of one chunk of a big one.</summary>
    public int ListBytes { get; init; } = 8 * 1024;

    /// <summary>Fields of a packed hash.</summary>
    public int HashEntries { get; init; } = 512;

    /// <summary>Bytes of a field or value in a packed hash.</summary>
    public int HashValueBytes { get; init; } = 64;

    /// <summary>Members of a packed set.</summary>
    public int SetEntries { get; init; } = 128;

    /// <summary>Bytes of a member in a packed set.</summary>
    public int SetValueBytes { get; init; } = 64;

    /// <summary>Members of a set that holds integers only, kept sorted.</summary>
    public int IntegerSetEntries { get; init; } = 512;

    /// <summary>Members of a packed sorted set.</summary>
    public int SortedSetEntries { get; init; } = 128;

    /// <summary>Bytes of a member in a packed sorted set.</summary>
    public int SortedSetValueBytes { get; init; } = 64;

    /// <summary>Bytes of one chunk of a stream.</summary>
    public int StreamChunkBytes { get; init; } = 4096;

    /// <summary>Entries of one chunk of a stream.</summary>
    public int StreamChunkEntries { get; init; } = 100;
}
