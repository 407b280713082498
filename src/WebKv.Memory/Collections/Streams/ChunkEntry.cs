namespace WebKv.Memory.Collections.Streams;

/// <summary>Where the parts of one entry lie in its <see cref="StreamChunk"/>.</summary>
internal readonly struct ChunkEntry
{
    public required StreamId Id { get; init; }

    public required bool IsDeleted { get; init; }

    public required int FlagsAt { get; init; }

    public required int ItemsAt { get; init; }

    public required int End { get; init; }

    /// <summary>Position of the next entry, which is the chunk's length behind the last.</summary>
    public required int Next { get; init; }
}
