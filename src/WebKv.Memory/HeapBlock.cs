namespace WebKv.Memory;

/// <summary>
/// A block of a <see cref="SlabHeap"/> with its length, as code without pointers can hold it: the heap's own tests.
/// </summary>
internal readonly unsafe struct HeapBlock
{
    private readonly byte* _start;
    private readonly int _bytes;

    private HeapBlock(byte* start, int bytes)
    {
        _start = start;
        _bytes = bytes;
    }

    public nint Address => (nint)_start;

    public Span<byte> Span => new(_start, _bytes);

    public static HeapBlock Allocate(SlabHeap heap, int bytes) => new(heap.Allocate(bytes), bytes);

    public void Free(SlabHeap heap) => heap.Free(_start, _bytes);
}
