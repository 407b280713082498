using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace WebKv.Memory;

/// <summary>
/// A hash index over native entries that grows by one bucket at a time: linear hashing (Litwin, 1980).
/// </summary>
/// <remarks>
/// The idea: with n buckets, 2^L &lt;= n &lt; 2^(L+1), an entry lives in bucket hash mod 2^(L+1), or, where that one
/// does not exist yet, in hash mod 2^L. Adding bucket n splits exactly one bucket. So growth is a few entries' work
/// per insert at any size: no second table, no copy of the whole, no stall, and the fill stays even.
/// A bucket is a cache line: seven slots and a link to overflow groups of three slots and a link. A slot is
/// [tag:15][mark:1][address:48]; the tag filters before an entry is read; the mark is the owner's (it says "has an
/// expiry", so that a sweep reads nothing else). Slots of a chain are dense; 0 is an empty slot.
/// Cost: about 12-13 bytes per entry at the target fill of 5.5 per bucket; find is one line and one entry, plus a
/// group in one of ten finds. SCAN walks the hashes in the order of their reversed bits (see <see cref="Scan"/>), so
/// an element that stays is returned exactly once, whatever grows or shrinks meanwhile.
/// Thread rule: that of the heap, the shard's lock.
/// </remarks>
internal sealed unsafe class HashIndex<TEntry>(SlabHeap heap) : IDisposable
    where TEntry : struct, IIndexEntry
{
    private const int BucketBytes = 64;
    private const int PrimarySlots = 7;
    private const int OverflowSlots = 3;
    private const int OverflowBytes = (OverflowSlots + 1) * sizeof(ulong);
    private const int SegmentShift = 10;
    private const int SegmentBuckets = 1 << SegmentShift;
    private const int BucketsMin = 4;
    private const ulong AddressMask = (1UL << 48) - 1;
    private const int TagShift = 49;
    private const ulong MarkBit = 1UL << 48;

    private byte** _segments;
    private int _segmentCount;
    private int _directoryLength = 1;
    private int _smallBuckets;
    private int _buckets;
    private int _level = BitOperations.Log2(BucketsMin);
    private long _count;

    /// <summary>Number of entries.</summary>
    public long Count => _count;

    /// <summary>Number of buckets; they are numbered from 0.</summary>
    public int Buckets => _buckets;

    /// <summary>Bytes that it keeps when it has had entries and has none any more.</summary>
    public long IdleBytes => SlabHeap.BlockBytes(BucketsMin * BucketBytes) + SlabHeap.BlockBytes(DirectoryBytes);

    private long DirectoryBytes => (long)_directoryLength * sizeof(byte*);

    public static byte* AddressOf(ulong slot) => (byte*)(slot & AddressMask);

    public static bool IsMarked(ulong slot) => (slot & MarkBit) != 0;

    /// <summary>The slot that points at the entry with this key, or null.</summary>
    public ulong* Find(ReadOnlySpan<byte> key, ulong hash)
    {
        if (_count == 0)
            return null;
        ulong* group = Bucket(BucketOf((uint)hash));
        ulong tag = hash >> TagShift;
        for (uint hits = TagHits(group, tag); hits != 0; hits &= hits - 1)
        {
            ulong* slot = group + BitOperations.TrailingZeroCount(hits);
            if (Matches(*slot, key, (uint)hash))
                return slot;
        }
        return FindInOverflow((ulong*)group[PrimarySlots], key, hash);
    }

    /// <summary>The slot that points at this entry, which must be in the index.</summary>
    public ulong* FindAddress(byte* entry)
    {
        ulong* group = Bucket(BucketOf(TEntry.HashOf(entry)));
        int slots = PrimarySlots;
        while (true)
        {
            for (int i = 0; i < slots; i++)
                if (AddressOf(group[i]) == entry)
                    return group + i;
            group = (ulong*)group[slots];
            slots = OverflowSlots;
        }
    }

    /// <summary>Adds an entry whose key is not in the index.</summary>
    public void Add(ulong hash, byte* entry, bool mark)
    {
        // Whatever needs memory comes before the entry is in: a call that is refused memory has changed nothing.
        if (_buckets == 0)
            CreateFirstBuckets();
        else if ((_count + 1) * 2 > (long)_buckets * 11)
            Grow();
        ulong slot = (ulong)entry | hash >> TagShift << TagShift | (mark ? MarkBit : 0);
        AppendToChain(Bucket(BucketOf((uint)hash)), slot);
        _count++;
    }

    /// <summary>Points a slot at a new place of the same entry.</summary>
    public static void Repoint(ulong* slot, byte* entry, bool mark) =>
        *slot = (*slot & ~(AddressMask | MarkBit)) | (ulong)entry | (mark ? MarkBit : 0);

    /// <summary>Takes out the slot that <see cref="Find"/> gave. Moves one other slot of the chain into its place.
    /// </summary>
    public void RemoveAt(ulong* slot)
    {
        ulong removed = *slot;
        ulong last = TakeLast(Bucket(BucketOf(TEntry.HashOf(AddressOf(removed)))));
        // When it is the last one itself, it is gone already, and so may be the group that it was in.
        if (last != removed)
            *slot = last;
        _count--;
        if (_buckets > BucketsMin && _count < (long)_buckets * 2)
            Shrink();
    }

    /// <summary>Appends all slots of a bucket to a list.</summary>
    public void CollectBucket(int bucket, List<nint> entries, bool markedOnly = false)
    {
        ulong* group = Bucket(bucket);
        int slots = PrimarySlots;
        while (group != null)
        {
            for (int i = 0; i < slots && group[i] != 0; i++)
                if (!markedOnly || IsMarked(group[i]))
                    entries.Add((nint)AddressOf(group[i]));
            group = (ulong*)group[slots];
            slots = OverflowSlots;
        }
    }

    /// <summary>The entry at a position of a bucket's chain, or null past its end.</summary>
    public byte* EntryAt(int bucket, int position)
    {
        ulong* group = Bucket(bucket);
        int slots = PrimarySlots;
        while (group != null && position >= slots)
        {
            position -= slots;
            group = (ulong*)group[slots];
            slots = OverflowSlots;
        }
        return group == null ? null : AddressOf(group[position]);
    }

    /// <summary>
    /// Collects the buckets that a cursor stands for and gives the next cursor, 0 at the end.
    /// </summary>
    /// <remarks>
    /// The cursor counts with its bits reversed over the 2^L buckets that surely exist; a bucket that has been
    /// split is returned together with its other half. So it is a position in the order of reversed hashes, in which
    /// an entry's place never changes: what lies before it was visited, what lies after it was not. After shrinking,
    /// a bucket may begin before the cursor; the part that was visited is then left out.
    /// </remarks>
    public ulong Scan(ulong cursor, List<nint> entries)
    {
        if (_buckets == 0)
            return 0;
        ulong mask = (1UL << _level) - 1;
        int bucket = (int)(cursor & mask);
        CollectBucket(bucket, entries);
        if (bucket + (1 << _level) < _buckets)
            CollectBucket(bucket + (1 << _level), entries);
        if (cursor > mask)
            RemoveBefore(cursor, entries);
        return NextCursor(cursor, mask);
    }

    /// <summary>Frees the index, not the entries.</summary>
    public void Dispose()
    {
        for (int bucket = 0; bucket < _buckets; bucket++)
            FreeOverflow((ulong*)Bucket(bucket)[PrimarySlots]);
        if (_smallBuckets > 0)
            heap.Free(_segments[0], (long)_smallBuckets * BucketBytes);
        else
            for (int i = 0; i < _segmentCount; i++)
                heap.FreePage(_segments[i]);
        FreeDirectory();
        _segments = null;
        _buckets = _segmentCount = _smallBuckets = 0;
        _count = 0;
    }

    private static void RemoveBefore(ulong cursor, List<nint> entries)
    {
        ulong position = Reverse(cursor);
        entries.RemoveAll(entry => Reverse(TEntry.HashOf((byte*)entry)) < position);
    }

    private static ulong NextCursor(ulong cursor, ulong mask) => Reverse(Reverse(cursor | ~mask) + 1);

    private static ulong Reverse(ulong bits)
    {
        bits = (bits >> 1 & 0x5555555555555555) | (bits & 0x5555555555555555) << 1;
        bits = (bits >> 2 & 0x3333333333333333) | (bits & 0x3333333333333333) << 2;
        bits = (bits >> 4 & 0x0F0F0F0F0F0F0F0F) | (bits & 0x0F0F0F0F0F0F0F0F) << 4;
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(uint hash)
    {
        uint bucket = hash & ((2u << _level) - 1);
        return (int)(bucket < (uint)_buckets ? bucket : hash & ((1u << _level) - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Bucket(int index) =>
        (ulong*)(_segments[index >> SegmentShift] + (long)(index & (SegmentBuckets - 1)) * BucketBytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagHits(ulong* group, ulong tag)
    {
        Vector256<ulong> wanted = Vector256.Create(tag);
        Vector256<ulong> low = Vector256.ShiftRightLogical(Vector256.Load(group), TagShift);
        Vector256<ulong> high = Vector256.ShiftRightLogical(Vector256.Load(group + 4), TagShift);
        uint hits = Vector256.Equals(low, wanted).ExtractMostSignificantBits()
            | Vector256.Equals(high, wanted).ExtractMostSignificantBits() << 4;
        return hits & ((1 << PrimarySlots) - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Matches(ulong slot, ReadOnlySpan<byte> key, uint hash)
    {
        byte* entry = AddressOf(slot);
        return entry != null && TEntry.HashOf(entry) == hash && TEntry.KeyEquals(entry, key);
    }

    private static ulong* FindInOverflow(ulong* group, ReadOnlySpan<byte> key, ulong hash)
    {
        ulong tag = hash >> TagShift;
        for (; group != null; group = (ulong*)group[OverflowSlots])
            for (int i = 0; i < OverflowSlots; i++)
                if (group[i] >> TagShift == tag && Matches(group[i], key, (uint)hash))
                    return group + i;
        return null;
    }

    private void AppendToChain(ulong* group, ulong slot)
    {
        int slots = PrimarySlots;
        while (true)
        {
            for (int i = 0; i < slots; i++)
            {
                if (group[i] != 0)
                    continue;
                group[i] = slot;
                return;
            }
            if (group[slots] == 0)
                group[slots] = (ulong)NewOverflow();
            group = (ulong*)group[slots];
            slots = OverflowSlots;
        }
    }

    // Removes and returns the last slot of a chain; an overflow group that becomes empty is freed.
    private ulong TakeLast(ulong* group)
    {
        ulong* before = null;
        int slots = PrimarySlots;
        while (group[slots] != 0)
        {
            before = group + slots;
            group = (ulong*)group[slots];
            slots = OverflowSlots;
        }
        int last = slots - 1;
        while (group[last] == 0)
            last--;
        ulong slot = group[last];
        group[last] = 0;
        if (last == 0 && before != null)
        {
            *before = 0;
            heap.Free((byte*)group, OverflowBytes);
        }
        return slot;
    }

    private void Grow()
    {
        if (_buckets == 2 << _level)
            _level++;
        int target = _buckets;
        EnsureBucket(target);
        _buckets++;
        Split(Bucket(target - (1 << _level)), target);
    }

    // Takes the old chain apart and deals its slots out again; only the low bits of each entry's hash decide. A group
    // is freed before its slots are dealt: two chains never need more groups than the one, so none is ever missing.
    private void Split(ulong* source, int target)
    {
        PrefetchEntries(source);
        ulong* overflow = (ulong*)source[PrimarySlots];
        Span<ulong> slots = stackalloc ulong[PrimarySlots];
        new Span<ulong>(source, PrimarySlots).CopyTo(slots);
        new Span<ulong>(source, PrimarySlots + 1).Clear();
        ulong* other = Bucket(target);
        Deal(slots, source, other);
        while (overflow != null)
        {
            ulong* next = (ulong*)overflow[OverflowSlots];
            new Span<ulong>(overflow, OverflowSlots).CopyTo(slots);
            heap.Free((byte*)overflow, OverflowBytes);
            Deal(slots[..OverflowSlots], source, other);
            overflow = next;
        }
    }

    private void Deal(ReadOnlySpan<ulong> slots, ulong* source, ulong* other)
    {
        uint bit = 1u << _level;
        foreach (ulong slot in slots)
        {
            if (slot == 0)
                return;
            AppendToChain((TEntry.HashOf(AddressOf(slot)) & bit) != 0 ? other : source, slot);
        }
    }

    private static void PrefetchEntries(ulong* group)
    {
        if (!Sse.IsSupported)
            return;
        for (int i = 0; i < PrimarySlots; i++)
            Sse.Prefetch0(AddressOf(group[i]));
    }

    private void Shrink()
    {
        if (_buckets == 1 << _level)
            _level--;
        int last = _buckets - 1;
        ulong* from = Bucket(last);
        ulong* to = Bucket(last - (1 << _level));
        ulong moved = 0;
        try
        {
            while (from[0] != 0)
                AppendToChain(to, moved = TakeLast(from));
            _buckets--;
            ReleaseBucket(last);
        }
        catch (OutOfMemoryException)
        {
            // Shrinking is a courtesy. An overflow group was missing: what has moved goes back, into room that it has
            // just left. Or a smaller first segment was: then the merge is done and the bigger one stays.
            if (_buckets == last)
                return;
            AppendToChain(from, moved);
            Split(to, last);
        }
    }

    private ulong* NewOverflow()
    {
        var group = (ulong*)heap.Allocate(OverflowBytes);
        new Span<byte>(group, OverflowBytes).Clear();
        return group;
    }

    private void FreeOverflow(ulong* group)
    {
        while (group != null)
        {
            ulong* next = (ulong*)group[OverflowSlots];
            heap.Free((byte*)group, OverflowBytes);
            group = next;
        }
    }

    private void CreateFirstBuckets()
    {
        if (_segments == null)
            _segments = NewDirectory(_directoryLength);
        _segments[0] = ZeroedBlock(BucketsMin);
        _segmentCount = 1;
        _smallBuckets = BucketsMin;
        _buckets = BucketsMin;
        _level = BitOperations.Log2(BucketsMin);
    }

    // While there is one segment it doubles (at most 32 KiB are copied); from then on whole segments are added.
    private void EnsureBucket(int bucket)
    {
        if (_smallBuckets > 0)
        {
            if (bucket >= _smallBuckets)
                ResizeFirstSegment(_smallBuckets * 2);
            return;
        }
        if (bucket >> SegmentShift < _segmentCount)
            return;
        if (_segmentCount == _directoryLength)
            GrowDirectory();
        _segments[_segmentCount] = ZeroedPage();
        _segmentCount++;
    }

    // At once, for the counts at which a bucket comes and goes lie far apart: nothing can swing around a border.
    private void ReleaseBucket(int bucket)
    {
        int firstBuckets = _smallBuckets > 0 ? _smallBuckets : SegmentBuckets;
        if (_segmentCount > 1)
        {
            if (bucket == (_segmentCount - 1) * SegmentBuckets)
                heap.FreePage(_segments[--_segmentCount]);
        }
        else if (firstBuckets > BucketsMin && bucket <= firstBuckets / 2)
        {
            ResizeFirstSegment(firstBuckets / 2);
        }
    }

    private void ResizeFirstSegment(int buckets)
    {
        byte* old = _segments[0];
        byte* grown = buckets == SegmentBuckets ? ZeroedPage() : ZeroedBlock(buckets);
        int oldBuckets = _smallBuckets > 0 ? _smallBuckets : SegmentBuckets;
        new ReadOnlySpan<byte>(old, Math.Min(buckets, oldBuckets) * BucketBytes)
            .CopyTo(new Span<byte>(grown, buckets * BucketBytes));
        if (_smallBuckets > 0)
            heap.Free(old, (long)_smallBuckets * BucketBytes);
        else
            heap.FreePage(old);
        _segments[0] = grown;
        _smallBuckets = buckets == SegmentBuckets ? 0 : buckets;
    }

    private byte* ZeroedBlock(int buckets)
    {
        byte* block = heap.Allocate((long)buckets * BucketBytes);
        new Span<byte>(block, buckets * BucketBytes).Clear();
        return block;
    }

    private byte* ZeroedPage()
    {
        byte* page = heap.AllocatePage();
        new Span<byte>(page, RegionSource.PageBytes).Clear();
        return page;
    }

    private void GrowDirectory()
    {
        byte** grown = NewDirectory(_directoryLength * 2);
        new ReadOnlySpan<nint>(_segments, _segmentCount).CopyTo(new Span<nint>(grown, _segmentCount));
        FreeDirectory();
        _segments = grown;
        _directoryLength *= 2;
    }

    private byte** NewDirectory(int length) => (byte**)heap.Allocate((long)length * sizeof(byte*));

    private void FreeDirectory()
    {
        if (_segments != null)
            heap.Free((byte*)_segments, DirectoryBytes);
    }
}
