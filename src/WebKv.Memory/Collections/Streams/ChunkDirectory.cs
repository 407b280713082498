using System.Diagnostics;

namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// The chunks of something ordered by id: a dense array of slots, found by binary search, open at both ends.
/// </summary>
/// <remarks>
/// The idea: streams and their pending lists grow at the end and shrink at the front, so the array keeps room at both
/// and moves nothing then. A chunk that comes or goes in the middle moves the slots behind it: 32 bytes for each
/// chunk of some hundred entries, which stays in the microseconds up to millions of entries, and a search touches two
/// cache lines where a tree would touch one per level. Lies in native memory itself; whoever holds it frees it.
/// </remarks>
internal unsafe struct ChunkDirectory
{
    private const int CapacityMin = 2;
    private const int KeptCapacity = 64;

    private ChunkSlot* _slots;
    private int _capacity;
    private int _head;

    public int Count { get; private set; }

    public readonly ref ChunkSlot this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Count, "a slot of the directory");
            return ref _slots[_head + index];
        }
    }

    /// <summary>The last slot whose first id is at or below an id; -1 if there is none.</summary>
    public readonly int FloorOf(StreamId id)
    {
        ChunkSlot* slots = _slots + _head;
        // Most look for what is newest.
        if (Count > 0 && slots[Count - 1].First <= id)
            return Count - 1;
        int low = 0;
        int high = Count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (slots[middle].First <= id)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    /// <summary>Puts a slot before the one at an index; the count as index appends.</summary>
    public void Insert(StreamMemory memory, int index, ChunkSlot slot)
    {
        if (_head + Count == _capacity)
            MakeRoom(memory);
        ChunkSlot* at = _slots + _head + index;
        long movedBytes = (long)(Count - index) * sizeof(ChunkSlot);
        Buffer.MemoryCopy(at, at + 1, movedBytes, movedBytes);
        *at = slot;
        Count++;
    }

    public void RemoveAt(StreamMemory memory, int index)
    {
        ChunkSlot* first = _slots + _head;
        if (index <= Count / 2)
        {
            long movedBytes = (long)index * sizeof(ChunkSlot);
            Buffer.MemoryCopy(first, first + 1, movedBytes, movedBytes);
            _head++;
        }
        else
        {
            long movedBytes = (long)(Count - index - 1) * sizeof(ChunkSlot);
            Buffer.MemoryCopy(first + index + 1, first + index, movedBytes, movedBytes);
        }
        if (--Count == 0)
            _head = 0;
        if (_capacity > KeptCapacity && Count < _capacity / 8)
            Resize(memory, _capacity / 4);
    }

    /// <summary>Frees the array; the chunks are the owner's.</summary>
    public void Free(StreamMemory memory)
    {
        memory.Free(_slots, (long)_capacity * sizeof(ChunkSlot));
        this = default;
    }

    private void MakeRoom(StreamMemory memory)
    {
        if (_head > _capacity / 2)
        {
            long bytes = (long)Count * sizeof(ChunkSlot);
            Buffer.MemoryCopy(_slots + _head, _slots, bytes, bytes);
            _head = 0;
            return;
        }
        Resize(memory, Math.Max(CapacityMin, _capacity * 2));
    }

    private void Resize(StreamMemory memory, int capacity)
    {
        var slots = (ChunkSlot*)memory.Allocate((long)capacity * sizeof(ChunkSlot));
        long bytes = (long)Count * sizeof(ChunkSlot);
        Buffer.MemoryCopy(_slots + _head, slots, bytes, bytes);
        memory.Free(_slots, (long)_capacity * sizeof(ChunkSlot));
        _slots = slots;
        _capacity = capacity;
        _head = 0;
    }
}
