using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// A big list: a deque of packed chunks.
/// </summary>
/// <remarks>
/// The idea: elements lie packed in blocks (<see cref="ListChunk"/>) that a ring of descriptors keeps in order. The
/// ends of the deque have room on their outer side, so a push or pop writes or reads one entry and moves nothing.
/// An index is found by the counts in the descriptors, from the nearer end: 24 bytes are read per 8 KiB of elements.
/// An insertion in the middle uses the room of its chunk or splits it; an element too big for a chunk has one of its
/// own.
/// A new chunk begins with an eighth of what the list has and doubles as it fills, so a list of 9 KiB does not take
/// 16; one that is full is cut to its entries when another takes its place at the end. Full chunks fill their slab
/// class to the byte.
/// Cost: two or three bytes per element above its own, under 1 % for chunks and ring; push and pop O(1), index O(N /
/// chunk), edits in the middle O(chunk). Thread rule: the lock of the shard that holds its key.
/// </remarks>
public sealed unsafe class ChunkedList : Collection
{
    /// <summary>Smallest chunk that can be asked for.</summary>
    public const int ChunkBytesMin = 64;

    private const int FirstChunkBytes = 512;
    private const int FirstShare = 8;

    private readonly int _chunkBytes;
    private ChunkRing _chunks;
    private long _count;
    private long _blockBytes;

    /// <param name="heap">Where its blocks come from.</param>
    /// <param name="chunkBytes">What the block of a full chunk takes at most.</param>
    public ChunkedList(SlabHeap heap, int chunkBytes)
        : this(heap, SlabHeap.RoomWithin(Math.Max(chunkBytes, ChunkBytesMin)), 0)
    {
    }

    private ChunkedList(SlabHeap heap, int chunkBytes, long count)
        : base(heap)
    {
        _chunkBytes = chunkBytes;
        _count = count;
        _chunks = new ChunkRing(heap);
    }

    public override long Count => _count;

    public override long MemoryBytes => _blockBytes + _chunks.MemoryBytes;

    public int ChunkCount => _chunks.Count;

    /// <summary>The entries of a chunk, one behind the other as in a <see cref="PackedList"/>.</summary>
    public ReadOnlySpan<byte> EntriesOf(int chunk) => _chunks[chunk].Entries;

    /// <summary>The place of the element at an index, which must be in range.</summary>
    public ListPosition PositionOf(long index)
    {
        Debug.Assert((ulong)index < (ulong)_count, "an index of the list");
        int chunk = 0;
        if (index <= _count / 2)
        {
            for (; index >= _chunks[chunk].Count; chunk++)
                index -= _chunks[chunk].Count;
            return new ListPosition(chunk, _chunks[chunk].OffsetOf((int)index));
        }
        long behind = _count - index;
        for (chunk = _chunks.Count - 1; behind > _chunks[chunk].Count; chunk--)
            behind -= _chunks[chunk].Count;
        ref ListChunk found = ref _chunks[chunk];
        return new ListPosition(chunk, found.OffsetOf((int)(found.Count - behind)));
    }

    public void PushHead(PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        if (_chunks.Count == 0 || (_chunks[0].Start < length && !MakeRoomBefore(length)))
            AddChunk(0, length, atEnd: true);
        _chunks[0].PushHead(item, length);
        _count++;
    }

    public void PushTail(PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        if (_chunks.Count == 0 || (_chunks[_chunks.Count - 1].RoomBehind < length && !MakeRoomBehind(length)))
            AddChunk(_chunks.Count, length, atEnd: false);
        _chunks[_chunks.Count - 1].PushTail(item, length);
        _count++;
    }

    /// <summary>Adds the elements of a packed list at the tail.</summary>
    public void PushTail(ReadOnlySpan<byte> packed)
    {
        for (int position = PackedList.EmptyLength; position < packed.Length;)
        {
            int start = position;
            int entries = 0;
            for (int next = start; next < packed.Length; position = next, entries++)
            {
                PackedList.Read(packed, position, out next);
                if (next - start > _chunkBytes && entries > 0)
                    break;
            }
            AddChunk(_chunks.Count, position - start, atEnd: false);
            ref ListChunk chunk = ref _chunks[_chunks.Count - 1];
            packed[start..position].CopyTo(new Span<byte>(chunk.Block, chunk.Capacity));
            chunk.End = position - start;
            chunk.Count = entries;
            _count += entries;
        }
    }

    public void RemoveHead(long count)
    {
        _count -= count;
        while (_chunks.Count > 0 && count >= _chunks[0].Count)
        {
            count -= _chunks[0].Count;
            RemoveChunk(0);
        }
        if (count > 0)
            _chunks[0].RemoveHead((int)count);
    }

    public void RemoveTail(long count)
    {
        _count -= count;
        while (_chunks.Count > 0 && count >= _chunks[_chunks.Count - 1].Count)
        {
            count -= _chunks[_chunks.Count - 1].Count;
            RemoveChunk(_chunks.Count - 1);
        }
        if (count > 0)
            _chunks[_chunks.Count - 1].RemoveTail((int)count);
    }

    /// <summary>Puts an element before the one at a position, or behind the last one of a chunk.</summary>
    public void Insert(ListPosition at, PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        _chunks.Reserve(2);
        ref ListChunk chunk = ref _chunks[at.Chunk];
        _count++;
        if (TryMakeRoom(ref chunk, length))
        {
            chunk.Insert(at.Offset, item, length);
            return;
        }
        if (at.Offset > 0 && at.Offset < chunk.Length)
            Split(at);
        InsertBetween(at.Offset == 0 ? at.Chunk : at.Chunk + 1, item, length);
    }

    /// <summary>Puts another element in the place of one.</summary>
    public void Replace(ListPosition at, PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        _chunks.Reserve(2);
        ref ListChunk chunk = ref _chunks[at.Chunk];
        PackedList.Read(chunk.Entries, at.Offset, out int next);
        int oldLength = next - at.Offset;
        if (TryMakeRoom(ref chunk, length - oldLength))
        {
            chunk.Replace(at.Offset, oldLength, item, length);
            if (chunk.Capacity > _chunkBytes)
                CutIfLoose(ref chunk);
            return;
        }
        chunk.Remove(at.Offset);
        if (chunk.Count == 0)
        {
            RemoveChunk(at.Chunk);
            InsertBetween(at.Chunk, item, length);
            return;
        }
        _count--;
        Insert(at, item);
    }

    /// <summary>Takes out up to a number of equal elements, from the head or from the tail; returns how many.</summary>
    public long RemoveEqual(PackedItem item, long max, bool fromTail)
    {
        long removed = 0;
        for (int i = 0; i < _chunks.Count && removed < max; i++)
        {
            ref ListChunk chunk = ref _chunks[fromTail ? _chunks.Count - 1 - i : i];
            removed += chunk.RemoveEqual(item, (int)Math.Min(max - removed, int.MaxValue), fromTail);
        }
        _count -= removed;
        if (removed > 0)
            JoinLoose();
        return removed;
    }

    public override Collection CloneInto(SlabHeap heap)
    {
        var clone = new ChunkedList(heap, _chunkBytes, _count);
        clone._chunks.Reserve(_chunks.Count);
        for (int i = 0; i < _chunks.Count; i++)
        {
            ref ListChunk chunk = ref _chunks[i];
            ListChunk copy = clone.NewChunk(chunk.Length);
            Place(ref chunk, ref copy, i == 0 ? copy.Capacity - chunk.Length : 0);
            clone._chunks.Insert(i, copy);
        }
        return clone;
    }

    public override void Free()
    {
        for (int i = 0; i < _chunks.Count; i++)
            FreeBlock(_chunks[i]);
        _chunks.Free();
        _count = 0;
    }

    private bool MakeRoomBefore(int length) => MakeRoomAtEnd(ref _chunks[0], length, inFront: true);

    private bool MakeRoomBehind(int length) => MakeRoomAtEnd(ref _chunks[_chunks.Count - 1], length, inFront: false);

    // Entries are moved only where that buys room for as many bytes, so a byte is moved a constant number of times.
    // The only chunk of a list is at both ends: a quarter of its room goes to the other side.
    private bool MakeRoomAtEnd(ref ListChunk chunk, int length, bool inFront)
    {
        int needed = chunk.Length + length;
        bool slides = needed <= chunk.Capacity / 2;
        if (!slides && (chunk.Capacity >= _chunkBytes || needed > _chunkBytes))
        {
            CutIfLoose(ref chunk);
            return false;
        }
        ListChunk roomy = slides ? chunk : NewChunk(Math.Min(_chunkBytes, Math.Max(needed, chunk.Capacity * 2)));
        int room = roomy.Capacity - chunk.Length;
        int otherSide = _chunks.Count > 1 ? 0 : Math.Min(room / 4, room - length);
        ListChunk old = chunk;
        Place(ref old, ref roomy, inFront ? room - otherSide : otherSide);
        chunk = roomy;
        if (!slides)
            FreeBlock(old);
        return true;
    }

    // Room anywhere in the chunk, for an entry in its middle.
    private bool TryMakeRoom(ref ListChunk chunk, int length)
    {
        if (length <= chunk.Room)
            return true;
        int needed = chunk.Length + length;
        if (needed > _chunkBytes)
            return false;
        Rehouse(ref chunk, Math.Min(_chunkBytes, needed + needed / 4));
        return true;
    }

    // The place behind chunk index - 1 and before chunk index.
    private void InsertBetween(int index, PackedItem item, int length)
    {
        if (index > 0 && TryMakeRoom(ref _chunks[index - 1], length))
        {
            ref ListChunk before = ref _chunks[index - 1];
            before.Insert(before.Length, item, length);
        }
        else if (index < _chunks.Count && TryMakeRoom(ref _chunks[index], length))
        {
            _chunks[index].Insert(0, item, length);
        }
        else
        {
            AddChunk(index, length, atEnd: false);
            _chunks[index].PushTail(item, length);
        }
    }

    private void Split(ListPosition at)
    {
        ref ListChunk chunk = ref _chunks[at.Chunk];
        ListChunk behind = NewChunk(chunk.Length - at.Offset);
        chunk.Entries[at.Offset..].CopyTo(new Span<byte>(behind.Block, behind.Capacity));
        behind.End = chunk.Length - at.Offset;
        int total = chunk.Count;
        chunk.End -= behind.End;
        chunk.Count = 0;
        for (int offset = 0; offset < chunk.Length; chunk.Count++)
            PackedList.Read(chunk.Entries, offset, out offset);
        behind.Count = total - chunk.Count;
        _chunks.Insert(at.Chunk + 1, behind);
    }

    // After a removal that leaves gaps: chunks without elements go, neighbours that fill half of one are joined.
    private void JoinLoose()
    {
        int kept = 0;
        for (int i = 0; i < _chunks.Count; i++)
        {
            ListChunk chunk = _chunks[i];
            if (chunk.Count == 0)
            {
                FreeBlock(chunk);
                continue;
            }
            if (kept > 0 && _chunks[kept - 1].Length + chunk.Length <= _chunkBytes / 2)
            {
                Join(ref _chunks[kept - 1], chunk);
                continue;
            }
            CutIfLoose(ref chunk);
            _chunks[kept++] = chunk;
        }
        _chunks.Cut(kept);
    }

    private void Join(ref ListChunk chunk, ListChunk next)
    {
        if (chunk.RoomBehind < next.Length)
            Rehouse(ref chunk, Math.Max(chunk.Length + next.Length, chunk.Capacity));
        next.Entries.CopyTo(new Span<byte>(chunk.Block + chunk.End, next.Length));
        chunk.End += next.Length;
        chunk.Count += next.Count;
        FreeBlock(next);
    }

    private void AddChunk(int index, int length, bool atEnd)
    {
        _chunks.Reserve(1);
        int share = (int)Math.Min(_chunkBytes, Math.Max(FirstChunkBytes, _blockBytes / FirstShare));
        ListChunk chunk = NewChunk(length > _chunkBytes / 2 ? length : Math.Max(length, Math.Min(share, _chunkBytes)));
        if (atEnd)
            chunk.Start = chunk.End = chunk.Capacity;
        _chunks.Insert(index, chunk);
    }

    private void RemoveChunk(int index)
    {
        FreeBlock(_chunks[index]);
        _chunks.RemoveAt(index);
    }

    private void CutIfLoose(ref ListChunk chunk)
    {
        if (SlabHeap.RoomOf(chunk.Length) <= chunk.Capacity - chunk.Capacity / FirstShare)
            Rehouse(ref chunk, chunk.Length);
    }

    private void Rehouse(ref ListChunk chunk, int capacity)
    {
        ListChunk old = chunk;
        ListChunk other = NewChunk(capacity);
        Place(ref old, ref other, 0);
        chunk = other;
        FreeBlock(old);
    }

    private static void Place(ref ListChunk from, ref ListChunk to, int start)
    {
        from.Entries.CopyTo(new Span<byte>(to.Block + start, from.Length));
        to.Start = start;
        to.End = start + from.Length;
        to.Count = from.Count;
    }

    private ListChunk NewChunk(int bytes)
    {
        int capacity = SlabHeap.RoomOf(bytes);
        var chunk = new ListChunk { Block = Heap.Allocate(capacity), Capacity = capacity };
        _blockBytes += SlabHeap.BlockBytes(capacity);
        return chunk;
    }

    private void FreeBlock(ListChunk chunk)
    {
        _blockBytes -= SlabHeap.BlockBytes(chunk.Capacity);
        Heap.Free(chunk.Block, chunk.Capacity);
    }
}
