using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace WebKv.Memory.Collections;

/// <summary>
/// The members of a big set: small entries under a hash index of their own.
/// </summary>
/// <remarks>
/// The idea: a member is a hash and the form of a <see cref="PackedItem"/> and nothing else, so that a short member,
/// and any integer, takes 16 bytes and its 12-13 of index. The caller hashes, seeded; 32 bits are kept, and all else
/// that the index wants is derived from them, so a copy needs no new hash.
/// A position (bucket and place in its chain) names a member until the next change. Cost: find, add and remove O(1);
/// a walk is O(n), and can stop and go on at any member. Thread rule: that of <see cref="Collection"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Whoever owns a collection frees it, or drops its heap.")]
public sealed unsafe class MemberTable : Collection
{
    // No chain is this long: at the fullest, chains hold 11 on average, and 64 has a probability below 1e-26.
    private const int ChainMax = 64;
    private const int PlaceBits = 16;
    private const int StackBytesMax = 128;

    private readonly HashIndex<MemberEntry> _index;
    private readonly List<nint> _scratch = [];
    private long _memoryBytes;

    public MemberTable(SlabHeap heap)
        : base(heap) => _index = new HashIndex<MemberEntry>(heap);

    public override long Count => _index.Count;

    public override long MemoryBytes => _memoryBytes;

    /// <summary>An empty table with a heap of its own, for a set that will be big.</summary>
    /// <param name="heap">A heap of the same source.</param>
    public static MemberTable Apart(SlabHeap heap) => new(heap.NewChild());

    public bool Contains(PackedItem member, uint hash)
    {
        int length = member.EncodedLength;
        if (length > StackBytesMax)
            return ContainsLong(member, hash, length);
        Span<byte> form = stackalloc byte[StackBytesMax];
        member.Write(form);
        return _index.Find(form[..length], Expand(hash)) != null;
    }

    /// <summary>Adds a member; false if it is in the table already.</summary>
    public bool TryAdd(PackedItem member, uint hash)
    {
        int length = member.EncodedLength;
        if (length > StackBytesMax)
            return TryAddLong(member, hash, length);
        Span<byte> form = stackalloc byte[StackBytesMax];
        member.Write(form);
        return TryAdd(form[..length], hash);
    }

    /// <summary>Takes out a member, which may be a view of this very table; false if it is not there.</summary>
    public bool Remove(PackedItem member, uint hash)
    {
        int length = member.EncodedLength;
        if (length > StackBytesMax)
            return RemoveLong(member, hash, length);
        Span<byte> form = stackalloc byte[StackBytesMax];
        member.Write(form);
        return Remove(form[..length], hash);
    }

    /// <summary>The member at a position, which is moved to the next one; false at the end. 0 is the first.</summary>
    public bool TryRead(ref long position, out TableMember member)
    {
        while (position >> PlaceBits < _index.Buckets)
        {
            byte* entry = EntryAt(position);
            if (entry != null)
            {
                position++;
                member = MemberOf(entry);
                return true;
            }
            position = ((position >> PlaceBits) + 1) << PlaceBits;
        }
        member = default;
        return false;
    }

    /// <summary>The member at a position that <see cref="Draw"/> gave.</summary>
    public TableMember At(long position) => MemberOf(EntryAt(position));

    /// <summary>The position of a random member, each with the same probability; there must be one.</summary>
    public long Draw(Random random)
    {
        while (true)
        {
            long position = (long)random.Next(_index.Buckets) << PlaceBits | (long)random.Next(ChainMax);
            if (EntryAt(position) != null)
                return position;
        }
    }

    /// <summary>
    /// Shows the visitor the members that a cursor stands for; returns the next cursor, 0 at the end. A member that is
    /// there from the first call to the last is shown exactly once, whatever changes between the calls.
    /// </summary>
    public ulong Scan<TVisitor>(ulong cursor, ref TVisitor visitor)
        where TVisitor : IMemberVisitor, allows ref struct
    {
        _scratch.Clear();
        ulong next = _index.Scan(cursor, _scratch);
        foreach (nint entry in _scratch)
            visitor.Visit(MemberEntry.Read((byte*)entry, out _));
        return next;
    }

    public override MemberTable CloneInto(SlabHeap heap)
    {
        var clone = new MemberTable(heap);
        for (int bucket = 0; bucket < _index.Buckets; bucket++)
        {
            _scratch.Clear();
            _index.CollectBucket(bucket, _scratch);
            foreach (nint entry in _scratch)
            {
                PackedItem member = MemberEntry.Read((byte*)entry, out _);
                clone.TryAdd(member, MemberEntry.HashOf((byte*)entry));
            }
        }
        return clone;
    }

    public override void Free()
    {
        for (int bucket = 0; bucket < _index.Buckets; bucket++)
        {
            _scratch.Clear();
            _index.CollectBucket(bucket, _scratch);
            foreach (nint entry in _scratch)
                FreeEntry((byte*)entry);
        }
        _index.Dispose();
        _memoryBytes = 0;
    }

    // The index takes its bucket from the low bits and its tag from the high ones; multiplied, all bits reach these.
    private static ulong Expand(uint hash) => (ulong)(hash * 0x9E3779B1u) << 32 | hash;

    private static TableMember MemberOf(byte* entry) => new(MemberEntry.Read(entry, out _), MemberEntry.HashOf(entry));

    private byte* EntryAt(long position) =>
        _index.EntryAt((int)(position >> PlaceBits), (int)(position & ((1 << PlaceBits) - 1)));

    private bool TryAdd(ReadOnlySpan<byte> form, uint hash)
    {
        if (_index.Find(form, Expand(hash)) != null)
            return false;
        long before = Heap.UsedBytes;
        long bytes = MemberEntry.BytesFor(form.Length);
        byte* entry = Heap.Allocate(bytes);
        MemberEntry.Write(entry, hash, form);
        try
        {
            _index.Add(Expand(hash), entry, mark: false);
        }
        catch (OutOfMemoryException)
        {
            Heap.Free(entry, bytes);
            throw;
        }
        finally
        {
            _memoryBytes += Heap.UsedBytes - before;
        }
        return true;
    }

    private bool Remove(ReadOnlySpan<byte> form, uint hash)
    {
        ulong* slot = _index.Find(form, Expand(hash));
        if (slot == null)
            return false;
        long before = Heap.UsedBytes;
        byte* entry = HashIndex<MemberEntry>.AddressOf(*slot);
        _index.RemoveAt(slot);
        FreeEntry(entry);
        _memoryBytes += Heap.UsedBytes - before;
        return true;
    }

    private void FreeEntry(byte* entry)
    {
        MemberEntry.Read(entry, out int formLength);
        Heap.Free(entry, MemberEntry.BytesFor(formLength));
    }

    // Apart from the short ones, so that these do not pay for the pool.
    private bool ContainsLong(PackedItem member, uint hash, int length)
    {
        byte[] form = ArrayPool<byte>.Shared.Rent(length);
        member.Write(form);
        bool found = _index.Find(form.AsSpan(0, length), Expand(hash)) != null;
        ArrayPool<byte>.Shared.Return(form);
        return found;
    }

    private bool TryAddLong(PackedItem member, uint hash, int length)
    {
        byte[] form = ArrayPool<byte>.Shared.Rent(length);
        member.Write(form);
        bool added = TryAdd(form.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(form);
        return added;
    }

    private bool RemoveLong(PackedItem member, uint hash, int length)
    {
        byte[] form = ArrayPool<byte>.Shared.Rent(length);
        member.Write(form);
        bool removed = Remove(form.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(form);
        return removed;
    }
}
