namespace WebKv.Memory.Collections.Streams;

/// <summary>The blocks of one stream: taken from its heap, and counted, so that the stream knows its size.</summary>
internal sealed unsafe class StreamMemory(SlabHeap heap)
{
    public SlabHeap Heap => heap;

    /// <summary>Bytes of all live blocks.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes that a block of this size can hold without taking more memory.</summary>
    public static int Usable(int bytes) => (int)(SlabHeap.BlockBytes(bytes) - Canary.Bytes);

    public byte* Allocate(long bytes)
    {
        byte* block = heap.Allocate(bytes);
        Bytes += SlabHeap.BlockBytes(bytes);
        return block;
    }

    public void Free(void* block, long bytes)
    {
        if (block == null)
            return;
        heap.Free((byte*)block, bytes);
        Bytes -= SlabHeap.BlockBytes(bytes);
    }

    /// <summary>A block of another size with the first bytes of this one, which is freed.</summary>
    public byte* Reallocate(void* block, long oldBytes, long newBytes, long keptBytes)
    {
        byte* copy = Allocate(newBytes);
        Buffer.MemoryCopy(block, copy, newBytes, keptBytes);
        Free(block, oldBytes);
        return copy;
    }
}
