namespace WebKv.Memory;

/// <summary>
/// A view of one record while its shard is locked. A call that changes this record returns a new view and ends this
/// one; changes of other records leave it alone.
/// </summary>
public readonly unsafe ref struct Record
{
    private readonly byte* _record;

    internal Record(byte* record) => _record = record;

    internal byte* Address => _record;

    public bool IsNull => _record == null;

    public ReadOnlySpan<byte> Key => RecordLayout.Key(_record);

    /// <summary>The bytes inside the record: the value itself, or a reference (see <see cref="Encoding"/>).</summary>
    public Span<byte> InlineValue => RecordLayout.Value(_record);

    public RecordType Type => (RecordType)(RecordLayout.TypeAndEncoding(_record) & 0xF);

    public RecordEncoding Encoding => (RecordEncoding)(RecordLayout.TypeAndEncoding(_record) >> 4);

    public bool HasExpiry => RecordLayout.HasExpiry(_record);

    /// <summary>Whether elements of the value have deadlines of their own.</summary>
    public bool HasTimedElements => RecordLayout.HasTimedElements(_record);

    /// <summary>Absolute expiry in Unix milliseconds; 0 for none.</summary>
    public long ExpiryMs => HasExpiry ? RecordLayout.Expiry(_record) : 0;

    public Blob Blob => Encoding == RecordEncoding.Blob
        ? WebKv.Memory.Blob.FromAddress(*(nint*)Pointer(InlineValue))
        : default;

    /// <summary>The value's bytes, wherever they are.</summary>
    public ReadOnlySpan<byte> Bytes => Encoding == RecordEncoding.Blob ? Blob.Span : InlineValue;

    /// <summary>Number of the collection in the shard's table; -1 without one.</summary>
    internal int CollectionId
    {
        get => Encoding == RecordEncoding.Collection ? *(int*)Pointer(InlineValue) : -1;
        set => *(int*)Pointer(InlineValue) = value;
    }

    /// <summary>Bytes that the record and its blob take in memory.</summary>
    internal long OwnMemoryBytes =>
        SlabHeap.BlockBytes(RecordLayout.BytesOf(_record)) + (Encoding == RecordEncoding.Blob ? Blob.MemoryBytes : 0);

    /// <summary>The 24 bits of last access: seconds of a clock that wraps, or LFU state.</summary>
    public uint Access
    {
        get => RecordLayout.AccessAndEpoch(_record) >> 8;
        set
        {
            // A write dirties the cache line, so it is done only when the value really changes.
            ref uint word = ref RecordLayout.AccessAndEpoch(_record);
            if (word >> 8 != value)
                word = value << 8 | (word & 0xFF);
        }
    }

    /// <summary>The snapshot epoch in which the record was last written; 8 bits that wrap.</summary>
    public byte SnapshotEpoch => (byte)RecordLayout.AccessAndEpoch(_record);

    private static void* Pointer(Span<byte> span) =>
        System.Runtime.CompilerServices.Unsafe.AsPointer(
            ref System.Runtime.InteropServices.MemoryMarshal.GetReference(span));
}
