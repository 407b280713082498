using System.Diagnostics.CodeAnalysis;

namespace WebKv.Memory.Collections;

/// <summary>
/// The fields of a big hash: small entries under a hash index of their own, those with a deadline also in a heap.
/// </summary>
/// <remarks>
/// The idea: a field is a hash and two <see cref="PackedItem"/> forms, nothing else; 10 bytes with a value of 10 cost
/// 32 and 12-13 of index. The caller hashes, seeded; 32 bits are kept, and all else that the index wants is derived
/// from them, so a copy needs no new hash. Deadlines cost only those who have them (<see cref="DeadlineHeap"/>); what
/// to do with a field that is due is the caller's business.
/// A position (bucket and place in its chain) names a field until the next change. Items that are passed in must not
/// lie in this table. Cost: find, set and remove O(1), a deadline O(log n) of those that there are; a walk is O(n),
/// and can stop and go on at any field. Thread rule: that of <see cref="Collection"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Whoever owns a collection frees it, or drops its heap.")]
public sealed unsafe class FieldTable : Collection
{
    // No chain is this long: at the fullest, chains hold 11 on average, and 64 has a probability below 1e-26.
    private const int ChainMax = 64;
    private const int PlaceBits = 16;

    private readonly HashIndex<FieldEntry> _index;
    private readonly DeadlineHeap _deadlines;
    private readonly List<nint> _scratch = [];
    private long _memoryBytes;

    public FieldTable(SlabHeap heap)
        : base(heap)
    {
        _index = new HashIndex<FieldEntry>(heap);
        _deadlines = new DeadlineHeap(heap);
    }

    public override long Count => _index.Count;

    public override long MemoryBytes => _memoryBytes;

    /// <summary>How many of the fields have a deadline.</summary>
    public long TimedCount => _deadlines.Count;

    /// <summary>The earliest deadline, Unix milliseconds; <see cref="long.MaxValue"/> if there is none.</summary>
    public long EarliestMs => _deadlines.EarliestMs;

    /// <summary>The field with the earliest deadline; there must be one.</summary>
    public HashField Earliest => FieldAt(_deadlines.First);

    public bool TryGet(PackedItem field, uint hash, out HashField found)
    {
        using var form = new ItemForm(field, stackalloc byte[ItemForm.RoomBytes]);
        ulong* slot = _index.Find(form.Bytes, Expand(hash));
        found = slot == null ? default : FieldAt(HashIndex<FieldEntry>.AddressOf(*slot));
        return slot != null;
    }

    /// <summary>Adds a field, or gives one another value and deadline (0 for none); true if it is new.</summary>
    public bool Set(scoped PackedItem field, uint hash, scoped PackedItem value, long deadlineMs)
    {
        using var form = new ItemForm(field, stackalloc byte[ItemForm.RoomBytes]);
        long before = Heap.UsedBytes;
        try
        {
            ulong* slot = _index.Find(form.Bytes, Expand(hash));
            if (slot == null)
                Add(form.Bytes, hash, value, deadlineMs);
            else
                Overwrite(slot, form.Bytes, value, deadlineMs);
            return slot == null;
        }
        finally
        {
            _memoryBytes += Heap.UsedBytes - before;
        }
    }

    /// <summary>Gives a field another deadline, 0 for none; false if there is no such field.</summary>
    public bool SetDeadline(PackedItem field, uint hash, long deadlineMs)
    {
        using var form = new ItemForm(field, stackalloc byte[ItemForm.RoomBytes]);
        ulong* slot = _index.Find(form.Bytes, Expand(hash));
        if (slot == null)
            return false;
        byte* entry = HashIndex<FieldEntry>.AddressOf(*slot);
        bool isTimed = deadlineMs != 0;
        if (isTimed && FieldEntry.IsTimed(entry))
        {
            _deadlines.Change(FieldEntry.Place(entry), deadlineMs);
        }
        else if (isTimed != FieldEntry.IsTimed(entry))
        {
            long before = Heap.UsedBytes;
            FieldEntry.Read(entry, out _, out PackedItem value);
            Replace(slot, form.Bytes, value, deadlineMs);
            _memoryBytes += Heap.UsedBytes - before;
        }
        return true;
    }

    /// <summary>Takes out a field; false if it is not there.</summary>
    public bool Remove(PackedItem field, uint hash)
    {
        using var form = new ItemForm(field, stackalloc byte[ItemForm.RoomBytes]);
        ulong* slot = _index.Find(form.Bytes, Expand(hash));
        if (slot == null)
            return false;
        RemoveAt(slot);
        return true;
    }

    /// <summary>Takes out <see cref="Earliest"/>.</summary>
    public void RemoveEarliest() => RemoveAt(_index.FindAddress(_deadlines.First));

    /// <summary>The field at a position, which is moved to the next one; false at the end. 0 is the first.</summary>
    public bool TryRead(scoped ref long position, out HashField field)
    {
        byte* entry = NextEntry(ref position);
        field = entry == null ? default : FieldAt(entry);
        return entry != null;
    }

    /// <summary>The field at a position that <see cref="Draw"/> gave.</summary>
    public HashField At(long position) => FieldAt(EntryAt(position));

    /// <summary>The position of a random field, each with the same probability; there must be one.</summary>
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
    /// Shows the visitor the fields that a cursor stands for; returns the next cursor, 0 at the end. A field that is
    /// there from the first call to the last is shown exactly once, whatever changes between the calls.
    /// </summary>
    public ulong Scan<TVisitor>(ulong cursor, ref TVisitor visitor)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        _scratch.Clear();
        ulong next = _index.Scan(cursor, _scratch);
        foreach (nint entry in _scratch)
            visitor.Visit(FieldAt((byte*)entry));
        return next;
    }

    public override FieldTable CloneInto(SlabHeap heap)
    {
        var clone = new FieldTable(heap);
        long position = 0;
        for (byte* entry = NextEntry(ref position); entry != null; entry = NextEntry(ref position))
        {
            HashField field = FieldAt(entry);
            clone.Set(field.Field, FieldEntry.HashOf(entry), field.Value, field.DeadlineMs);
        }
        return clone;
    }

    public override void Free()
    {
        long position = 0;
        for (byte* entry = NextEntry(ref position); entry != null; entry = NextEntry(ref position))
            Heap.Free(entry, FieldEntry.Read(entry, out _, out _));
        _index.Dispose();
        _deadlines.Dispose();
        _memoryBytes = 0;
    }

    // The index takes its bucket from the low bits and its tag from the high ones; multiplied, all bits reach these.
    private static ulong Expand(uint hash) => (ulong)(hash * 0x9E3779B1u) << 32 | hash;

    private HashField FieldAt(byte* entry)
    {
        FieldEntry.Read(entry, out PackedItem field, out PackedItem value);
        long deadlineMs = FieldEntry.IsTimed(entry) ? _deadlines.DeadlineAt(FieldEntry.Place(entry)) : 0;
        return new HashField(field, value, deadlineMs);
    }

    private byte* EntryAt(long position) =>
        _index.EntryAt((int)(position >> PlaceBits), (int)(position & ((1 << PlaceBits) - 1)));

    private byte* NextEntry(ref long position)
    {
        while (position >> PlaceBits < _index.Buckets)
        {
            byte* entry = EntryAt(position);
            if (entry != null)
            {
                position++;
                return entry;
            }
            position = ((position >> PlaceBits) + 1) << PlaceBits;
        }
        return null;
    }

    // Whatever needs memory comes before the entry is in: a call that is refused memory has changed nothing.
    private void Add(ReadOnlySpan<byte> form, uint hash, PackedItem value, long deadlineMs)
    {
        bool isTimed = deadlineMs != 0;
        if (isTimed)
            _deadlines.Reserve();
        long bytes = FieldEntry.BytesFor(form.Length, value.EncodedLength, isTimed);
        byte* entry = Heap.Allocate(bytes);
        FieldEntry.Write(entry, hash, isTimed, form, value);
        try
        {
            _index.Add(Expand(hash), entry, mark: false);
        }
        catch (OutOfMemoryException)
        {
            Heap.Free(entry, bytes);
            throw;
        }
        if (isTimed)
            _deadlines.Add(entry, deadlineMs);
    }

    private void Overwrite(ulong* slot, ReadOnlySpan<byte> form, PackedItem value, long deadlineMs)
    {
        byte* entry = HashIndex<FieldEntry>.AddressOf(*slot);
        bool isTimed = deadlineMs != 0;
        long oldBytes = FieldEntry.Read(entry, out _, out _);
        long newBytes = FieldEntry.BytesFor(form.Length, value.EncodedLength, isTimed);
        if (isTimed != FieldEntry.IsTimed(entry) || !SlabHeap.SameBlock(oldBytes, newBytes))
        {
            Replace(slot, form, value, deadlineMs);
            return;
        }
        SlabHeap.Retag(entry, oldBytes, newBytes);
        FieldEntry.WriteValue(entry, value);
        if (isTimed)
            _deadlines.Change(FieldEntry.Place(entry), deadlineMs);
    }

    private void Replace(ulong* slot, ReadOnlySpan<byte> form, PackedItem value, long deadlineMs)
    {
        byte* old = HashIndex<FieldEntry>.AddressOf(*slot);
        bool wasTimed = FieldEntry.IsTimed(old);
        bool isTimed = deadlineMs != 0;
        if (isTimed && !wasTimed)
            _deadlines.Reserve();
        byte* entry = Heap.Allocate(FieldEntry.BytesFor(form.Length, value.EncodedLength, isTimed));
        FieldEntry.Write(entry, FieldEntry.HashOf(old), isTimed, form, value);
        if (wasTimed && isTimed)
        {
            uint place = FieldEntry.Place(old);
            _deadlines.Repoint(place, entry);
            _deadlines.Change(place, deadlineMs);
        }
        else if (wasTimed)
        {
            _deadlines.Remove(FieldEntry.Place(old));
        }
        else if (isTimed)
        {
            _deadlines.Add(entry, deadlineMs);
        }
        HashIndex<FieldEntry>.Repoint(slot, entry, mark: false);
        Heap.Free(old, FieldEntry.Read(old, out _, out _));
    }

    private void RemoveAt(ulong* slot)
    {
        long before = Heap.UsedBytes;
        byte* entry = HashIndex<FieldEntry>.AddressOf(*slot);
        if (FieldEntry.IsTimed(entry))
            _deadlines.Remove(FieldEntry.Place(entry));
        _index.RemoveAt(slot);
        Heap.Free(entry, FieldEntry.Read(entry, out _, out _));
        _memoryBytes += Heap.UsedBytes - before;
    }
}
