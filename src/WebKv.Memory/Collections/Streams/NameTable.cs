namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// Native blocks by name, sorted: the groups of a stream, the consumers of a group.
/// </summary>
/// <remarks>There are few, they are listed in the order of their names, and they come and go seldom: so this is an
/// array of addresses with binary search. A block that comes or goes moves 8 bytes for each one behind it.</remarks>
internal unsafe struct NameTable
{
    private NamedHead** _blocks;
    private int _capacity;

    public int Count { get; private set; }

    public readonly NamedHead* this[int index] => _blocks[index];

    /// <summary>The block with a name, or null.</summary>
    public readonly NamedHead* Find(ReadOnlySpan<byte> name)
    {
        int index = PlaceOf(name, out bool found);
        return found ? _blocks[index] : null;
    }

    /// <summary>Adds a block whose name is new.</summary>
    public void Add(StreamMemory memory, NamedHead* block)
    {
        if (Count == _capacity)
            Grow(memory);
        int index = PlaceOf(NamedHead.NameOf(block), out _);
        long movedBytes = (long)(Count - index) * sizeof(NamedHead*);
        Buffer.MemoryCopy(_blocks + index, _blocks + index + 1, movedBytes, movedBytes);
        _blocks[index] = block;
        Count++;
    }

    /// <summary>Takes out the block with a name, which is the caller's then; null if there is none.</summary>
    public NamedHead* Remove(ReadOnlySpan<byte> name)
    {
        int index = PlaceOf(name, out bool found);
        if (!found)
            return null;
        NamedHead* block = _blocks[index];
        long movedBytes = (long)(--Count - index) * sizeof(NamedHead*);
        Buffer.MemoryCopy(_blocks + index + 1, _blocks + index, movedBytes, movedBytes);
        return block;
    }

    /// <summary>The place of a name, or where it would have to stand.</summary>
    public readonly int PlaceOf(ReadOnlySpan<byte> name, out bool found)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int order = NamedHead.NameOf(_blocks[middle]).SequenceCompareTo(name);
            if (order == 0)
            {
                found = true;
                return middle;
            }
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        found = false;
        return low;
    }

    /// <summary>Frees the array; the blocks are the owner's.</summary>
    public void Free(StreamMemory memory)
    {
        memory.Free(_blocks, (long)_capacity * sizeof(NamedHead*));
        this = default;
    }

    private void Grow(StreamMemory memory)
    {
        int capacity = Math.Max(2, _capacity * 2);
        _blocks = (NamedHead**)memory.Reallocate(
            _blocks,
            (long)_capacity * sizeof(NamedHead*),
            (long)capacity * sizeof(NamedHead*),
            (long)Count * sizeof(NamedHead*));
        _capacity = capacity;
    }
}
