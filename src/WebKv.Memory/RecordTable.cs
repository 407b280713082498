using WebKv.Memory.Collections;

namespace WebKv.Memory;

/// <summary>
/// The keys of one logical database in one shard: records in a slab heap under a hash index.
/// </summary>
/// <remarks>
/// The index slot is the only reference to a record, so a record may move whenever its size changes. Values up to
/// the engine's limit lie inside the record; bigger ones are <see cref="Blob"/>s that the record owns one reference
/// of, or collections that the record owns in the shard's <see cref="CollectionTable"/>. Cost: 16 bytes of header and
/// 12-13 of index per key, 8 more with an expiry. Thread rule: the shard's lock.
/// </remarks>
public sealed unsafe class RecordTable : IDisposable
{
    private readonly SlabHeap _heap;
    private readonly CollectionTable _collections;
    private readonly HashIndex<RecordLayout> _index;
    private readonly List<nint> _scratch = [];

    public RecordTable(CollectionTable collections)
    {
        _collections = collections;
        _heap = collections.Heap;
        _index = new HashIndex<RecordLayout>(_heap);
    }

    public long Count => _index.Count;

    /// <summary>How many of the keys have an expiry.</summary>
    public long VolatileCount { get; private set; }

    /// <summary>How many of the keys have elements with deadlines of their own.</summary>
    public long TimedCount { get; private set; }

    /// <summary>Number of positions that <see cref="Sweep"/> and <see cref="TryGetRandom"/> choose from.</summary>
    public int Buckets => _index.Buckets;

    /// <summary>Bytes that the table keeps when it has had keys and has none any more.</summary>
    internal long IdleBytes => _index.IdleBytes;

    /// <summary>The epoch stamped into every record that is written.</summary>
    public byte SnapshotEpoch { get; set; }

    public bool TryFind(scoped ReadOnlySpan<byte> key, ulong hash, out Record record)
    {
        ulong* slot = _index.Find(key, hash);
        record = slot == null ? default : new Record(HashIndex<RecordLayout>.AddressOf(*slot));
        return slot != null;
    }

    /// <summary>Adds a key that is not in the table; its value is undefined until the caller fills it.</summary>
    public Record Add(scoped ReadOnlySpan<byte> key, ulong hash, scoped in RecordShape shape, uint access)
    {
        byte* record = Create(key, (uint)hash, shape, access);
        try
        {
            _index.Add(hash, record, shape.IsMarked);
        }
        catch (OutOfMemoryException)
        {
            _heap.Free(record, RecordLayout.BytesOf(record));
            throw;
        }
        Tally(new Record(record), 1);
        return new Record(record);
    }

    /// <summary>
    /// Gives a record another shape; its old value is dropped and the new one undefined until the caller fills it.
    /// </summary>
    public Record Replace(Record record, scoped in RecordShape shape, uint access)
    {
        // Released last: a record that gets no memory for its new shape keeps its old value.
        Blob oldBlob = record.Blob;
        int oldCollection = record.CollectionId;
        Record reshaped = Reshape(record, shape, access, keepBytes: 0);
        oldBlob.Release();
        if (oldCollection >= 0)
            _collections.Remove(oldCollection);
        return reshaped;
    }

    /// <summary>Changes the length of an inline value, keeping its bytes up to the shorter length; bytes beyond the
    /// old length are undefined.</summary>
    public Record Resize(Record record, RecordEncoding encoding, int valueLength)
    {
        RecordShape shape = ShapeOf(record) with { Encoding = encoding, ValueLength = valueLength };
        return Reshape(record, shape, record.Access, Math.Min(valueLength, record.InlineValue.Length));
    }

    /// <summary>Sets the absolute expiry (Unix ms); 0 takes it away.</summary>
    public Record SetExpiry(Record record, long expiryMs)
    {
        RecordShape shape = ShapeOf(record) with { ExpiryMs = expiryMs };
        return Reshape(record, shape, record.Access, record.InlineValue.Length);
    }

    /// <summary>Says whether elements of a record have deadlines of their own.</summary>
    public Record SetTimedElements(Record record, bool hasTimedElements)
    {
        RecordShape shape = ShapeOf(record) with { HasTimedElements = hasTimedElements };
        return Reshape(record, shape, record.Access, record.InlineValue.Length);
    }

    /// <summary>What a record is.</summary>
    public static RecordShape ShapeOf(Record record) =>
        new(record.Type, record.Encoding, record.InlineValue.Length, record.ExpiryMs)
        {
            HasTimedElements = record.HasTimedElements,
        };

    /// <summary>Writes the record's reference to a blob; the record takes over the caller's reference.</summary>
    public static void SetBlob(Record record, Blob blob)
    {
        fixed (byte* value = record.InlineValue)
            *(nint*)value = blob.Address;
    }

    /// <summary>The collection of a record whose encoding says that it has one.</summary>
    public Collection CollectionOf(Record record) => _collections[record.CollectionId];

    /// <summary>Gives a record a collection instead of what it holds. The record takes it over.</summary>
    public Record SetCollection(Record record, Collection collection)
    {
        RecordShape shape = ShapeOf(record) with
        {
            Encoding = RecordEncoding.Collection,
            ValueLength = sizeof(int),
        };
        Record reshaped = Replace(record, shape, record.Access);
        reshaped.CollectionId = _collections.Add(collection);
        return reshaped;
    }

    /// <summary>Takes a collection away from a record, alive; the record is left with an empty value and must be
    /// removed or filled at once.</summary>
    public Collection TakeCollection(ref Record record)
    {
        int id = record.CollectionId;
        record = Resize(record, RecordEncoding.Inline, 0);
        return _collections.Take(id);
    }

    /// <summary>Notes a change of a record's collection: it gets a new version, and a heap of its own when it has grown
    /// big. Stamps the record as a write does.</summary>
    public void CollectionChanged(Record record)
    {
        _collections.Changed(record.CollectionId);
        Resize(record, RecordEncoding.Collection, sizeof(int));
    }

    /// <summary>Bytes that a record and what it refers to take in memory, without the index.</summary>
    public long MemoryBytesOf(Record record) => record.Encoding == RecordEncoding.Collection
        ? record.OwnMemoryBytes + CollectionOf(record).MemoryBytes
        : record.OwnMemoryBytes;

    /// <summary>Removes a record and what it refers to.</summary>
    public void Remove(Record record)
    {
        ReleaseReference(record);
        Tally(record, -1);
        _index.RemoveAt(_index.FindAddress(record.Address));
        _heap.Free(record.Address, RecordLayout.BytesOf(record.Address));
    }

    /// <summary>
    /// Shows the visitor every record of the buckets that a cursor stands for; returns the next cursor, 0 at the
    /// end. The visitor may not change the table; between two calls anybody may: a record that is there from the
    /// first call to the last is shown exactly once, any other at most once.
    /// </summary>
    public ulong Scan<TVisitor>(ulong cursor, ref TVisitor visitor)
        where TVisitor : IRecordVisitor, allows ref struct
    {
        _scratch.Clear();
        ulong next = _index.Scan(cursor, _scratch);
        VisitScratch(ref visitor);
        return next;
    }

    /// <summary>Shows the visitor the records of one bucket that have an expiry, or elements with deadlines.</summary>
    public void Sweep<TVisitor>(int bucket, ref TVisitor visitor)
        where TVisitor : IRecordVisitor, allows ref struct => VisitBucket(bucket, markedOnly: true, ref visitor);

    /// <summary>Shows the visitor the records of one bucket, or those of them that a sweep looks at.</summary>
    public void VisitBucket<TVisitor>(int bucket, bool markedOnly, ref TVisitor visitor)
        where TVisitor : IRecordVisitor, allows ref struct
    {
        _scratch.Clear();
        _index.CollectBucket(bucket, _scratch, markedOnly);
        VisitScratch(ref visitor);
    }

    /// <summary>Shows the visitor all records.</summary>
    public void VisitAll<TVisitor>(ref TVisitor visitor)
        where TVisitor : IRecordVisitor, allows ref struct
    {
        for (int bucket = 0; bucket < _index.Buckets; bucket++)
        {
            _scratch.Clear();
            _index.CollectBucket(bucket, _scratch);
            VisitScratch(ref visitor);
        }
    }

    /// <summary>
    /// The record at a position drawn by the caller, if there is one: a bucket below <see cref="Buckets"/> and a
    /// place in its chain. Drawing both evenly and repeating until it hits makes every key equally likely.
    /// </summary>
    public bool TryGetRandom(int bucket, int position, out Record record)
    {
        byte* entry = bucket < _index.Buckets ? _index.EntryAt(bucket, position) : null;
        record = new Record(entry);
        return entry != null;
    }

    /// <summary>Frees up to <paramref name="bucketsMax"/> buckets' records of a table that nobody can reach any
    /// more; true when it is empty. So a huge table is freed in slices.</summary>
    public bool FreeSome(ref int bucket, int bucketsMax)
    {
        for (int end = Math.Min(_index.Buckets, bucket + bucketsMax); bucket < end; bucket++)
        {
            _scratch.Clear();
            _index.CollectBucket(bucket, _scratch);
            foreach (nint entry in _scratch)
                FreeRecord(new Record((byte*)entry));
        }
        if (bucket < _index.Buckets)
            return false;
        _index.Dispose();
        return true;
    }

    public void Dispose()
    {
        int bucket = 0;
        FreeSome(ref bucket, int.MaxValue / 2);
    }

    private void VisitScratch<TVisitor>(ref TVisitor visitor)
        where TVisitor : IRecordVisitor, allows ref struct
    {
        foreach (nint entry in _scratch)
            visitor.Visit(new Record((byte*)entry));
    }

    private byte* Create(ReadOnlySpan<byte> key, uint hash, in RecordShape shape, uint access)
    {
        byte* record = _heap.Allocate(
            RecordLayout.BytesFor(key.Length, shape.ValueLength, shape.ExpiryMs != 0));
        RecordLayout.Write(record, hash, key, shape, access << 8 | SnapshotEpoch);
        return record;
    }

    private Record Reshape(Record old, scoped in RecordShape shape, uint access, int keepBytes)
    {
        bool sameMarks = (shape.ExpiryMs != 0) == old.HasExpiry && shape.HasTimedElements == old.HasTimedElements;
        if (sameMarks && TryReshapeInPlace(old, shape, access))
            return old;

        byte* record = Create(old.Key, RecordLayout.HashOf(old.Address), shape, access);
        Tally(old, -1);
        Tally(new Record(record), 1);
        old.InlineValue[..keepBytes].CopyTo(RecordLayout.Value(record));
        HashIndex<RecordLayout>.Repoint(_index.FindAddress(old.Address), record, shape.IsMarked);
        _heap.Free(old.Address, RecordLayout.BytesOf(old.Address));
        return new Record(record);
    }

    private void Tally(Record record, int change)
    {
        VolatileCount += record.HasExpiry ? change : 0;
        TimedCount += record.HasTimedElements ? change : 0;
    }

    private bool TryReshapeInPlace(Record record, in RecordShape shape, uint access)
    {
        long oldBytes = RecordLayout.BytesOf(record.Address);
        long newBytes = oldBytes - record.InlineValue.Length + shape.ValueLength;
        if (!SlabHeap.SameBlock(oldBytes, newBytes))
            return false;
        RecordLayout.ValueLength(record.Address) = (uint)shape.ValueLength;
        RecordLayout.TypeAndEncoding(record.Address) = shape.TypeAndEncoding;
        RecordLayout.AccessAndEpoch(record.Address) = access << 8 | SnapshotEpoch;
        if (shape.ExpiryMs != 0)
            RecordLayout.Expiry(record.Address) = shape.ExpiryMs;
        SlabHeap.Retag(record.Address, oldBytes, newBytes);
        return true;
    }

    private void FreeRecord(Record record)
    {
        ReleaseReference(record);
        _heap.Free(record.Address, RecordLayout.BytesOf(record.Address));
    }

    private void ReleaseReference(Record record)
    {
        if (record.Encoding == RecordEncoding.Blob)
            record.Blob.Release();
        else if (record.CollectionId >= 0)
            _collections.Remove(record.CollectionId);
    }
}
