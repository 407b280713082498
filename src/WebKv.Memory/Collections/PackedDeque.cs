using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// A big list: a ring of chunks of packed entries.
/// </summary>
/// <remarks>
/// The idea: both ends of a list are worked on, its middle seldom. So entries lie packed in chunks of some KiB; the
/// first chunk fills towards its start and the last one towards its end, so a push copies the element and nothing
/// else. The ring keeps 24 bytes per chunk; an index is found by adding up their counts from the nearer end, which
/// for a million elements reads some dozen KiB.
/// An insertion in the middle moves part of one chunk or splits it; a removal drops empty chunks and joins small
/// neighbours. An element that is bigger than a chunk has a chunk of its own. Cost: push and pop O(1), index O(n / some
/// hundred). Bytes: two per element besides its own, and what is free in two chunks.
/// Thread rule: the lock of the shard that holds its key.
/// </remarks>
public sealed unsafe class PackedDeque : Collection
{
    private const int RingMin = 4;

    private readonly int _chunkBytes;
    private PackedChunk* _ring;
    private int _ringCapacity = RingMin;
    private int _first;
    private int _chunks;
    private long _count;
    private long _blockBytes;

    /// <param name="heap">Where its blocks come from.</param>
    /// <param name="chunkBytes">Bytes of a chunk at most; rounded down to what fills a block exactly.</param>
    public PackedDeque(SlabHeap heap, int chunkBytes)
        : base(heap)
    {
        _chunkBytes = SlabClasses.FloorOf(chunkBytes) - Canary.Bytes;
        _ring = AllocateRing(RingMin);
    }

    public override long Count => _count;

    public override long MemoryBytes => _blockBytes + SlabHeap.BlockBytes(RingBytes(_ringCapacity));

    internal int Chunks => _chunks;

    /// <summary>Adds an element in front of the first one.</summary>
    public void PushFirst(PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        if (_chunks == 0 || Chunk(0).Start < length)
            AddChunk(0, length, startsAtEnd: true);
        ref PackedChunk chunk = ref Chunk(0);
        int position = chunk.Start;
        bool fits = chunk.TryInsert(ref position, item);
        Debug.Assert(fits, "the chunk has room");
        _count++;
    }

    /// <summary>Adds an element behind the last one.</summary>
    public void PushLast(PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        if (_chunks == 0 || Chunk(_chunks - 1).Capacity - Chunk(_chunks - 1).End < length)
            AddChunk(_chunks, length, startsAtEnd: false);
        ref PackedChunk chunk = ref Chunk(_chunks - 1);
        int position = chunk.End;
        bool fits = chunk.TryInsert(ref position, item);
        Debug.Assert(fits, "the chunk has room");
        _count++;
    }

    /// <summary>The element at a place.</summary>
    public PackedItem Read(PackedPlace place) => Chunk(place.Chunk).Read(place.Position, out _);

    /// <summary>The place of the element at an index, which must be in range.</summary>
    public PackedPlace Seek(long index)
    {
        Debug.Assert(index >= 0 && index < _count, "an index of the list");
        int chunk;
        if (index < _count / 2)
        {
            for (chunk = 0; index >= Chunk(chunk).Count; chunk++)
                index -= Chunk(chunk).Count;
        }
        else
        {
            long behind = _count;
            for (chunk = _chunks; index < behind;)
                behind -= Chunk(--chunk).Count;
            index -= behind;
        }
        return new PackedPlace(chunk, Chunk(chunk).PositionOf((int)index));
    }

    /// <summary>Goes to the next element; false at the end.</summary>
    public bool MoveNext(ref PackedPlace place)
    {
        ref PackedChunk chunk = ref Chunk(place.Chunk);
        chunk.Read(place.Position, out int next);
        if (next < chunk.End)
        {
            place = place with { Position = next };
            return true;
        }
        if (place.Chunk + 1 == _chunks)
            return false;
        place = new PackedPlace(place.Chunk + 1, Chunk(place.Chunk + 1).Start);
        return true;
    }

    /// <summary>Goes to the element before; false at the start.</summary>
    public bool MovePrevious(ref PackedPlace place)
    {
        ref PackedChunk chunk = ref Chunk(place.Chunk);
        if (place.Position > chunk.Start)
        {
            place = place with { Position = chunk.Previous(place.Position) };
            return true;
        }
        if (place.Chunk == 0)
            return false;
        ref PackedChunk before = ref Chunk(place.Chunk - 1);
        place = new PackedPlace(place.Chunk - 1, before.Previous(before.End));
        return true;
    }

    /// <summary>Puts an element before the one at a place; all places are void afterwards.</summary>
    public void InsertBefore(PackedPlace place, PackedItem item)
    {
        int position = place.Position;
        if (!Chunk(place.Chunk).TryInsert(ref position, item))
            InsertBySplit(place, item);
        _count++;
    }

    /// <summary>Puts an element behind the one at a place; all places are void afterwards.</summary>
    public void InsertAfter(PackedPlace place, PackedItem item)
    {
        if (MoveNext(ref place))
            InsertBefore(place, item);
        else
            PushLast(item);
    }

    /// <summary>Takes out the element at a place; all places but the returned one, of the element that followed, are
    /// void afterwards. Null at the end.</summary>
    public PackedPlace? Remove(PackedPlace place)
    {
        ref PackedChunk chunk = ref Chunk(place.Chunk);
        int next = chunk.Remove(place.Position, 1);
        _count--;
        int index = place.Chunk;
        if (chunk.Count == 0)
        {
            RemoveChunk(index);
            return index < _chunks ? new PackedPlace(index, Chunk(index).Start) : null;
        }
        if (next == chunk.End)
            return index + 1 < _chunks ? new PackedPlace(index + 1, Chunk(index + 1).Start) : null;
        return new PackedPlace(index, next);
    }

    /// <summary>Puts another element in the place of one; all places are void afterwards.</summary>
    public void Replace(PackedPlace place, PackedItem item)
    {
        long index = IndexOf(place);
        Remove(place);
        if (index == _count)
            PushLast(item);
        else
            InsertBefore(Seek(index), item);
    }

    /// <summary>Takes out elements at the front; whole chunks go without a look at them.</summary>
    public void RemoveFirst(long count)
    {
        _count -= count;
        while (count > 0)
        {
            ref PackedChunk chunk = ref Chunk(0);
            int some = (int)Math.Min(count, chunk.Count);
            count -= some;
            if (some == chunk.Count)
                RemoveChunk(0);
            else
                chunk.Remove(chunk.Start, some);
        }
    }

    /// <summary>Takes out elements at the end.</summary>
    public void RemoveLast(long count)
    {
        _count -= count;
        while (count > 0)
        {
            ref PackedChunk chunk = ref Chunk(_chunks - 1);
            int some = (int)Math.Min(count, chunk.Count);
            count -= some;
            if (some == chunk.Count)
                RemoveChunk(_chunks - 1);
            else
                chunk.Remove(chunk.PositionOf(chunk.Count - some), some);
        }
    }

    /// <summary>Joins a chunk that has become small with a neighbour that has room; call it after removals in the
    /// middle. All places are void afterwards.</summary>
    public void Compact(PackedPlace near)
    {
        int index = Math.Min(near.Chunk, _chunks - 2);
        if (index < 0)
            return;
        ref PackedChunk left = ref Chunk(index);
        ref PackedChunk right = ref Chunk(index + 1);
        if (left.Used + right.Used > Math.Min(left.Capacity, _chunkBytes) / 2)
            return;
        left.Append(right);
        right.Count = 0;
        RemoveChunk(index + 1);
    }

    public override Collection CloneInto(SlabHeap heap)
    {
        var clone = new PackedDeque(heap, _chunkBytes + Canary.Bytes);
        for (int i = 0; i < _chunks; i++)
        {
            ref PackedChunk source = ref Chunk(i);
            clone.AddChunk(i, source.Used, startsAtEnd: false);
            clone.Chunk(i).Append(source);
        }
        clone._count = _count;
        return clone;
    }

    public override void Free()
    {
        for (int i = 0; i < _chunks; i++)
            Heap.Free(Chunk(i).Block, Chunk(i).Capacity);
        Heap.Free((byte*)_ring, RingBytes(_ringCapacity));
        _chunks = 0;
        _count = 0;
    }

    private ref PackedChunk Chunk(int index) => ref _ring[(_first + index) & (_ringCapacity - 1)];

    private long IndexOf(PackedPlace place)
    {
        long index = 0;
        for (int i = 0; i < place.Chunk; i++)
            index += Chunk(i).Count;
        ref PackedChunk chunk = ref Chunk(place.Chunk);
        for (int position = chunk.Start; position < place.Position; index++)
            chunk.Read(position, out position);
        return index;
    }

    private void InsertBySplit(PackedPlace place, PackedItem item)
    {
        ref PackedChunk chunk = ref Chunk(place.Chunk);
        int before = 0;
        for (int position = chunk.Start; position < place.Position; before++)
            chunk.Read(position, out position);
        if (before > 0)
        {
            int used = chunk.End - place.Position;
            AddChunk(place.Chunk + 1, used, startsAtEnd: false);
            Chunk(place.Chunk).SplitInto(ref Chunk(place.Chunk + 1), place.Position, before);
        }
        // Behind the left part, if it fits there now; else in a chunk of its own.
        int at = Chunk(place.Chunk).End;
        if (before > 0 && Chunk(place.Chunk).TryInsert(ref at, item))
            return;
        int index = before > 0 ? place.Chunk + 1 : place.Chunk;
        AddChunk(index, PackedList.EntryLength(item), startsAtEnd: false);
        at = 0;
        bool fits = Chunk(index).TryInsert(ref at, item);
        Debug.Assert(fits, "a new chunk holds its element");
    }

    private void AddChunk(int index, int leastBytes, bool startsAtEnd)
    {
        if (_chunks == _ringCapacity)
            GrowRing();
        int capacity = Math.Max(leastBytes, _chunkBytes);
        byte* block = Heap.Allocate(capacity);
        _blockBytes += SlabHeap.BlockBytes(capacity);
        OpenRing(index);
        int at = startsAtEnd ? capacity : 0;
        Chunk(index) = new PackedChunk { Block = block, Capacity = capacity, Start = at, End = at };
    }

    private void RemoveChunk(int index)
    {
        ref PackedChunk chunk = ref Chunk(index);
        Heap.Free(chunk.Block, chunk.Capacity);
        _blockBytes -= SlabHeap.BlockBytes(chunk.Capacity);
        CloseRing(index);
    }

    // Moves the shorter side of the ring.
    private void OpenRing(int index)
    {
        if (index < _chunks / 2 || index == 0)
        {
            _first = (_first - 1) & (_ringCapacity - 1);
            _chunks++;
            for (int i = 0; i < index; i++)
                Chunk(i) = Chunk(i + 1);
            return;
        }
        _chunks++;
        for (int i = _chunks - 1; i > index; i--)
            Chunk(i) = Chunk(i - 1);
    }

    private void CloseRing(int index)
    {
        if (index < _chunks / 2)
        {
            for (int i = index; i > 0; i--)
                Chunk(i) = Chunk(i - 1);
            _first = (_first + 1) & (_ringCapacity - 1);
        }
        else
        {
            for (int i = index; i < _chunks - 1; i++)
                Chunk(i) = Chunk(i + 1);
        }
        _chunks--;
    }

    private void GrowRing()
    {
        PackedChunk* grown = AllocateRing(_ringCapacity * 2);
        for (int i = 0; i < _chunks; i++)
            grown[i] = Chunk(i);
        Heap.Free((byte*)_ring, RingBytes(_ringCapacity));
        _ring = grown;
        _ringCapacity *= 2;
        _first = 0;
    }

    private PackedChunk* AllocateRing(int capacity) => (PackedChunk*)Heap.Allocate(RingBytes(capacity));

    private static long RingBytes(int capacity) => (long)capacity * sizeof(PackedChunk);
}
