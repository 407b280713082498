namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// Fixed-size items ordered by id, which each begins with: what a group or a consumer has pending.
/// </summary>
/// <remarks>
/// The idea: as the stream's own entries, pending ones come with rising ids and mostly go from the old end; so they
/// lie in leaves under a <see cref="ChunkDirectory"/>, and a leaf at the new end is filled to the brim before the next
/// begins. A leaf that has become nearly empty is joined to its neighbour, so that a few ids that nobody acknowledges
/// do not keep the memory of all the others. Find is two binary searches; an edit moves at most one leaf's bytes.
/// Lies in native memory itself; whoever holds it frees it.
/// </remarks>
internal unsafe struct IdList(int itemBytes)
{
    private const int LeafBytesMax = 2560;
    private const int LeafItemsMin = 4;

    private readonly int _itemBytes = itemBytes;
    private ChunkDirectory _leaves;

    public long Count { get; private set; }

    private readonly int LeafItemsMax => LeafBytesMax / _itemBytes;

    /// <summary>The item with an id, or null.</summary>
    public readonly byte* Find(StreamId id)
    {
        int leaf = _leaves.FloorOf(id);
        if (leaf < 0)
            return null;
        ref ChunkSlot slot = ref _leaves[leaf];
        byte* item = slot.Block + (long)PlaceIn(slot, id) * _itemBytes;
        return item < slot.Block + (long)slot.Count * _itemBytes && *(StreamId*)item == id ? item : null;
    }

    /// <summary>The first item from an id on, as leaf and place, for <see cref="ItemAt"/>.</summary>
    public readonly (int Leaf, int Place) Seek(StreamId from)
    {
        int leaf = _leaves.FloorOf(from);
        return leaf < 0 ? (0, 0) : (leaf, PlaceIn(_leaves[leaf], from));
    }

    /// <summary>The item at a place, or the next one behind the leaf's end; null behind the last.</summary>
    public readonly byte* ItemAt(ref int leaf, ref int place)
    {
        for (; leaf < _leaves.Count; leaf++, place = 0)
        {
            ref ChunkSlot slot = ref _leaves[leaf];
            if (place < slot.Count)
                return slot.Block + (long)place * _itemBytes;
        }
        return null;
    }

    public readonly byte* Last()
    {
        if (_leaves.Count == 0)
            return null;
        ref ChunkSlot slot = ref _leaves[_leaves.Count - 1];
        return slot.Block + (long)(slot.Count - 1) * _itemBytes;
    }

    /// <summary>Adds an item with an id that is not in the list; the rest of it is undefined.</summary>
    public byte* Add(StreamMemory memory, StreamId id)
    {
        int leaf = Math.Max(0, _leaves.FloorOf(id));
        int place = leaf < _leaves.Count ? PlaceIn(_leaves[leaf], id) : 0;
        if (leaf == _leaves.Count || _leaves[leaf].Count == LeafItemsMax)
            MakeRoom(memory, ref leaf, ref place, id);
        ref ChunkSlot slot = ref _leaves[leaf];
        if (slot.Count == slot.Capacity)
            Grow(memory, ref slot, slot.Count + 1);
        byte* item = slot.Block + (long)place * _itemBytes;
        long movedBytes = (long)(slot.Count - place) * _itemBytes;
        Buffer.MemoryCopy(item, item + _itemBytes, movedBytes, movedBytes);
        *(StreamId*)item = id;
        slot.Count++;
        if (place == 0)
            slot.First = id;
        Count++;
        return item;
    }

    public bool Remove(StreamMemory memory, StreamId id)
    {
        byte* item = Find(id);
        if (item == null)
            return false;
        int leaf = _leaves.FloorOf(id);
        ref ChunkSlot slot = ref _leaves[leaf];
        byte* end = slot.Block + (long)slot.Count * _itemBytes;
        Buffer.MemoryCopy(item + _itemBytes, item, end - item, end - item - _itemBytes);
        slot.Count--;
        Count--;
        if (slot.Count == 0)
            DropLeaf(memory, leaf);
        else if (slot.Count <= LeafItemsMax / 8)
            JoinNeighbour(memory, leaf);
        return true;
    }

    public void Free(StreamMemory memory)
    {
        for (int leaf = 0; leaf < _leaves.Count; leaf++)
            memory.Free(_leaves[leaf].Block, (long)_leaves[leaf].Capacity * _itemBytes);
        _leaves.Free(memory);
        Count = 0;
    }

    // The place of the first item at or above an id.
    private readonly int PlaceIn(in ChunkSlot slot, StreamId id)
    {
        int low = 0;
        int high = slot.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (*(StreamId*)(slot.Block + (long)middle * _itemBytes) < id)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    // The leaf is full or does not exist yet. At the new end a fresh one is begun; elsewhere the leaf is halved.
    private void MakeRoom(StreamMemory memory, ref int leaf, ref int place, StreamId id)
    {
        bool appends = leaf >= _leaves.Count - 1 && (_leaves.Count == 0 || place == _leaves[leaf].Count);
        if (appends)
        {
            leaf = _leaves.Count;
            place = 0;
            InsertLeaf(memory, leaf, id, leaf == 0 ? LeafItemsMin : LeafItemsMax);
            return;
        }
        int half = LeafItemsMax / 2;
        StreamId middle = *(StreamId*)(_leaves[leaf].Block + (long)half * _itemBytes);
        InsertLeaf(memory, leaf + 1, middle, LeafItemsMax);
        Append(ref _leaves[leaf + 1], _leaves[leaf], half);
        _leaves[leaf].Count = half;
        if (place <= half)
            return;
        leaf++;
        place -= half;
    }

    private void JoinNeighbour(StreamMemory memory, int leaf)
    {
        if (leaf > 0 && TryJoin(memory, leaf - 1))
            return;
        if (leaf + 1 < _leaves.Count)
            TryJoin(memory, leaf);
    }

    private bool TryJoin(StreamMemory memory, int leaf)
    {
        int count = _leaves[leaf].Count + _leaves[leaf + 1].Count;
        if (count > LeafItemsMax / 2)
            return false;
        ref ChunkSlot slot = ref _leaves[leaf];
        if (slot.Capacity < count)
            Grow(memory, ref slot, count);
        Append(ref slot, _leaves[leaf + 1], from: 0);
        DropLeaf(memory, leaf + 1);
        return true;
    }

    private readonly void Append(ref ChunkSlot slot, in ChunkSlot source, int from)
    {
        long bytes = (long)(source.Count - from) * _itemBytes;
        Buffer.MemoryCopy(
            source.Block + (long)from * _itemBytes, slot.Block + (long)slot.Count * _itemBytes, bytes, bytes);
        slot.Count += source.Count - from;
    }

    private void InsertLeaf(StreamMemory memory, int leaf, StreamId first, int capacity) =>
        _leaves.Insert(memory, leaf, new ChunkSlot
        {
            First = first,
            Block = memory.Allocate((long)capacity * _itemBytes),
            Capacity = capacity,
        });

    private readonly void Grow(StreamMemory memory, ref ChunkSlot slot, int items)
    {
        int capacity = Math.Min(LeafItemsMax, Math.Max(items, slot.Capacity * 2));
        slot.Block = memory.Reallocate(
            slot.Block, (long)slot.Capacity * _itemBytes, (long)capacity * _itemBytes, (long)slot.Count * _itemBytes);
        slot.Capacity = capacity;
    }

    private void DropLeaf(StreamMemory memory, int leaf)
    {
        memory.Free(_leaves[leaf].Block, (long)_leaves[leaf].Capacity * _itemBytes);
        _leaves.RemoveAt(memory, leaf);
    }
}
