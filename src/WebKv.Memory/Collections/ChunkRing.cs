using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// The directory of a <see cref="ChunkedList"/>: its chunks in order, in a ring.
/// </summary>
/// <remarks>
/// Both ends take and give chunks in O(1); in the middle the shorter side is moved. The ring doubles when it is full
/// and halves when three quarters are free, so its cost is shared by many pushes. 0.3 % of the bytes of full chunks.
/// </remarks>
internal unsafe struct ChunkRing(SlabHeap heap)
{
    private const int CapacityMin = 2;

    private ListChunk* _slots;
    private int _capacity;
    private int _first;

    public int Count { get; private set; }

    public readonly long MemoryBytes => _slots == null ? 0 : SlabHeap.BlockBytes(BytesOf(_capacity));

    public readonly ref ListChunk this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count, "a chunk of the ring");
            return ref Slot(index);
        }
    }

    /// <summary>Makes sure that the next chunks need no memory.</summary>
    public void Reserve(int count)
    {
        if (Count + count <= _capacity)
            return;
        int capacity = Math.Max(CapacityMin, _capacity);
        while (capacity < Count + count)
            capacity *= 2;
        Resize(capacity);
    }

    /// <summary>Adds a chunk before the one at an index, or behind the last. Room must have been reserved.</summary>
    public void Insert(int index, ListChunk chunk)
    {
        Debug.Assert(Count < _capacity, "room was reserved");
        if (index < Count - index)
        {
            _first = (_first - 1) & (_capacity - 1);
            for (int i = 0; i < index; i++)
                Slot(i) = Slot(i + 1);
        }
        else
        {
            for (int i = Count; i > index; i--)
                Slot(i) = Slot(i - 1);
        }
        Slot(index) = chunk;
        Count++;
    }

    public void RemoveAt(int index)
    {
        if (index < Count - 1 - index)
        {
            for (int i = index; i > 0; i--)
                Slot(i) = Slot(i - 1);
            _first = (_first + 1) & (_capacity - 1);
        }
        else
        {
            for (int i = index; i < Count - 1; i++)
                Slot(i) = Slot(i + 1);
        }
        Count--;
        ShrinkIfLoose();
    }

    /// <summary>Forgets all chunks from an index on.</summary>
    public void Cut(int count)
    {
        Count = count;
        ShrinkIfLoose();
    }

    public void Free()
    {
        if (_slots != null)
            heap.Free((byte*)_slots, BytesOf(_capacity));
        this = new ChunkRing(heap);
    }

    private readonly ref ListChunk Slot(int index) => ref _slots[(_first + index) & (_capacity - 1)];

    private void ShrinkIfLoose()
    {
        int capacity = _capacity;
        while (capacity > CapacityMin && Count <= capacity / 4)
            capacity /= 2;
        if (capacity < _capacity)
            Resize(capacity);
    }

    private void Resize(int capacity)
    {
        var slots = (ListChunk*)heap.Allocate(BytesOf(capacity));
        for (int i = 0; i < Count; i++)
            slots[i] = Slot(i);
        if (_slots != null)
            heap.Free((byte*)_slots, BytesOf(_capacity));
        _slots = slots;
        _capacity = capacity;
        _first = 0;
    }

    private static long BytesOf(int capacity) => (long)capacity * sizeof(ListChunk);
}
