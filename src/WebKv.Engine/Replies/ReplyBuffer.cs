using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Replies;

/// <summary>
/// Where a command puts the bytes of its reply while it holds the shard lock, so that formatting and sending happen
/// after the lock is gone.
/// </summary>
/// <remarks>
/// Small values are copied once, big ones are retained blobs. It is reset before each command or transaction; a
/// buffer that grew beyond <see cref="KeptBytesMax"/> is dropped, so that one huge reply is not paid for ever.
/// Thread rule: belongs to one <see cref="Execution.CommandContext"/>.
/// </remarks>
public sealed class ReplyBuffer
{
    private const int FirstBytes = 512;
    private const int KeptBytesMax = 64 * 1024;

    private readonly List<Blob> _blobs = [];
    private byte[] _bytes = new byte[FirstBytes];
    private int _length;
    private BulkEntry[] _entries = new BulkEntry[16];
    private int _entryCount;

    /// <summary>Number of entries written by the Append methods.</summary>
    public int EntryCount => _entryCount;

    /// <summary>A string value as a reply: copied when it is inside the record, retained when it is a blob.</summary>
    public BulkReply Capture(Record record)
    {
        Blob blob = record.Blob;
        return blob.IsNull ? new BulkReply(Copy(record.InlineValue)) : new BulkReply(Retain(blob));
    }

    /// <summary>A copy that lives until the next reset.</summary>
    public ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        Span<byte> copy = Reserve(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    /// <summary>Room of exactly this length for the caller to fill.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(length);
        Span<byte> room = _bytes.AsSpan(_length, length);
        _length += length;
        return room;
    }

    public Blob Retain(Blob blob)
    {
        blob.Retain();
        _blobs.Add(blob);
        return blob;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        int start = Reserved(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(start));
        AddEntry(new BulkEntry(start, bytes.Length));
    }

    public void Append(Record record)
    {
        Blob blob = record.Blob;
        if (blob.IsNull)
            Append(record.InlineValue);
        else
            AppendBlob(blob);
    }

    /// <summary>Makes room ahead, where no lock is held: to grow a huge buffer takes milliseconds.</summary>
    public void MakeRoom(int bytes, int entries)
    {
        if (_bytes.Length - _length < bytes)
            Grow(bytes);
        if (_entries.Length - _entryCount < entries)
            Array.Resize(ref _entries, Math.Max(_entries.Length * 2, _entryCount + entries));
    }

    /// <summary>A number between the values, to be read by <see cref="Score"/>: it is formatted after the locks.
    /// </summary>
    public void AppendScore(double score) => AddEntry(BulkEntry.OfScore(score));

    /// <summary>An integer between the values, to be read by <see cref="Integer"/>.</summary>
    public void AppendInteger(long value) => AddEntry(BulkEntry.OfInteger(value));

    /// <summary>An element of a packed list.</summary>
    public void Append(PackedItem item)
    {
        int length = item.TextLength;
        int start = Reserved(length);
        item.CopyTo(_bytes.AsSpan(start, length));
        AddEntry(new BulkEntry(start, length));
    }

    /// <summary>A copy of an element of a packed list that lives until the next reset.</summary>
    public ReadOnlySpan<byte> Copy(PackedItem item)
    {
        Span<byte> copy = Reserve(item.TextLength);
        item.CopyTo(copy);
        return copy;
    }

    public void AppendNull() => AddEntry(BulkEntry.Null);

    /// <summary>The entry at an index counted from the last reset.</summary>
    public BulkReply Entry(int index)
    {
        BulkEntry entry = _entries[index];
        if (entry.IsNull)
            return default;
        return entry.IsBlob
            ? new BulkReply(_blobs[entry.BlobIndex])
            : new BulkReply(_bytes.AsSpan(entry.Start, entry.Length));
    }

    public double Score(int index) => BitConverter.Int64BitsToDouble(_entries[index].Integer);

    public long Integer(int index) => _entries[index].Integer;

    /// <summary>Changes an integer that was appended before it was known.</summary>
    public void SetInteger(int index, long value) => _entries[index] = BulkEntry.OfInteger(value);

    public void Reset()
    {
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
        _length = 0;
        _entryCount = 0;
        if (_bytes.Length > KeptBytesMax)
            _bytes = new byte[FirstBytes];
        if (_entries.Length > KeptBytesMax / 8)
            _entries = new BulkEntry[16];
    }

    private void AppendBlob(Blob blob)
    {
        Retain(blob);
        AddEntry(BulkEntry.OfBlob(_blobs.Count - 1));
    }

    // The arrays may be replaced between two entries; entries keep offsets, so they stay right.
    private int Reserved(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(length);
        int start = _length;
        _length += length;
        return start;
    }

    private void Grow(int length)
    {
        long wanted = Math.Max((long)_bytes.Length * 2, (long)_length + length);
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, wanted));
    }

    private void AddEntry(BulkEntry entry)
    {
        if (_entryCount == _entries.Length)
            Array.Resize(ref _entries, _entries.Length * 2);
        _entries[_entryCount++] = entry;
    }

    private readonly record struct BulkEntry(int Start, int Length)
    {
        public static readonly BulkEntry Null = new(-1, 0);

        public bool IsNull => Start == -1;

        public bool IsBlob => Length == -1;

        public int BlobIndex => Start;

        /// <summary>The entry as the number that it was made of.</summary>
        public long Integer => (long)Length << 32 | (uint)Start;

        public static BulkEntry OfBlob(int index) => new(index, -1);

        public static BulkEntry OfScore(double score) => OfInteger(BitConverter.DoubleToInt64Bits(score));

        public static BulkEntry OfInteger(long value) => new((int)value, (int)(value >> 32));
    }
}
