namespace WebKv.Memory.Collections.Streams;

/// <summary>A consumer of a group as it lies in native memory, followed by its name.</summary>
internal unsafe struct ConsumerState
{
    public NamedHead Name;

    public long SeenMs;

    public long ActiveMs;

    /// <summary>Ids only: all else is in the group's list.</summary>
    public IdList Pending;

    private int BlockBytes => sizeof(ConsumerState) + Name.NameLength;

    public static ConsumerState* Create(StreamMemory memory, ReadOnlySpan<byte> name, long seenMs, long activeMs)
    {
        var consumer = (ConsumerState*)memory.Allocate(sizeof(ConsumerState) + name.Length);
        *consumer = new ConsumerState
        {
            Name = new NamedHead { NameAt = sizeof(ConsumerState), NameLength = name.Length },
            SeenMs = seenMs,
            ActiveMs = activeMs,
            Pending = new IdList(sizeof(StreamId)),
        };
        name.CopyTo(new Span<byte>(consumer + 1, name.Length));
        return consumer;
    }

    /// <summary>Frees the consumer, this block included.</summary>
    public void Free(StreamMemory memory)
    {
        Pending.Free(memory);
        fixed (ConsumerState* block = &this)
            memory.Free(block, BlockBytes);
    }
}
