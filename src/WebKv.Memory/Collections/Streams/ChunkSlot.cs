namespace WebKv.Memory.Collections.Streams;

/// <summary>What a <see cref="ChunkDirectory"/> knows of one chunk.</summary>
internal unsafe struct ChunkSlot
{
    /// <summary>No entry of the chunk has a lower id, and each of the chunk before has.</summary>
    public StreamId First;

    public byte* Block;

    /// <summary>Entries that count.</summary>
    public int Count;

    /// <summary>Room of the block, in the owner's units.</summary>
    public int Capacity;
}
