using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>
/// One key's list as commands see it, whichever way it is kept: packed in its record, or a deque of chunks.
/// </summary>
/// <remarks>
/// A packed list becomes chunks when it grows beyond <see cref="PackingLimits.ListBytes"/>, and stays so. A command
/// that has changed a list ends with <see cref="Commit"/>, which removes the key of one that is empty. Texts handed
/// in must not lie in the list itself.
/// </remarks>
internal ref struct ListView
{
    private readonly CommandContext _context;
    private readonly Key _key;
    private Record _record;
    private ChunkedList? _chunks;

    private ListView(CommandContext context, Key key, Record record)
    {
        _context = context;
        _key = key;
        _record = record;
        if (!record.IsNull && record.Encoding == RecordEncoding.Collection)
            _chunks = context.Collections.Of<ChunkedList>(key, record);
    }

    public readonly bool IsMissing => _record.IsNull;

    public readonly long Count => _chunks?.Count ?? (IsMissing ? 0 : PackedList.Count(_record.InlineValue));

    /// <summary>Finds a list for reading; a missing key is an empty list.</summary>
    public static Error? Find(CommandContext context, Key key, out ListView list)
    {
        Error? error = context.Collections.Find(key, RecordType.List, out Record record);
        list = error is null ? new ListView(context, key, record) : default;
        return error;
    }

    /// <summary>Finds a list that is about to be changed; a missing key is an empty list.</summary>
    public static Error? Open(CommandContext context, Key key, out ListView list)
    {
        Error? error = context.Collections.Peek(key, RecordType.List, out Record record);
        list = error is null ? new ListView(context, key, record) : default;
        return error;
    }

    /// <summary>A list of a key that is known not to exist.</summary>
    public static ListView New(CommandContext context, Key key) => new(context, key, default);

    /// <summary>An index that counts from the end when negative, as one from the head; may be out of range.</summary>
    public readonly long FromHead(long index) => index < 0 ? index + Count : index;

    /// <summary>Walks the elements from one side, without the first ones of that side; not more than there are may be
    /// skipped.</summary>
    public readonly ListReader Read(ListSide from, long skip = 0)
    {
        bool backwards = from == ListSide.Right;
        long count = Count;
        // Backwards begins behind its first element, which is where the one before it would be read forwards.
        long index = backwards ? count - skip : skip;
        if (_chunks is not null)
            return ListReader.Of(_chunks, PositionIn(_chunks, index), backwards);
        ReadOnlySpan<byte> packed = IsMissing ? "\0\0"u8 : _record.InlineValue;
        int position = index == count ? packed.Length : PackedList.PositionOf(packed, (int)index);
        return ListReader.Of(packed, position - PackedList.EmptyLength, backwards);
    }

    public void Push(ListSide side, scoped ReadOnlySpan<byte> text)
    {
        PackedItem item = PackedItem.Of(text);
        if (IsMissing)
        {
            Create(item);
            return;
        }
        if (_chunks is null && !FitsPacked(PackedList.EntryLength(item)))
            Unpack();
        if (_chunks is null)
            InsertPacked(side == ListSide.Left ? PackedList.EmptyLength : _record.InlineValue.Length, item);
        else if (side == ListSide.Left)
            _chunks.PushHead(item);
        else
            _chunks.PushTail(item);
    }

    /// <summary>Takes out elements at a side, at most as many as there are.</summary>
    public void Remove(ListSide side, long count)
    {
        if (_chunks is not null)
        {
            if (side == ListSide.Left)
                _chunks.RemoveHead(count);
            else
                _chunks.RemoveTail(count);
            return;
        }
        if (count == 0)
            return;
        int first = side == ListSide.Left
            ? PackedList.EmptyLength
            : PackedList.PositionOf(_record.InlineValue, (int)(Count - count));
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Remove(ref space, first, (int)count);
        _record = space.Record;
    }

    /// <summary>Puts an element before the one at a position, or behind it.</summary>
    public void Insert(ListPosition at, bool behind, scoped ReadOnlySpan<byte> text)
    {
        PackedItem item = PackedItem.Of(text);
        if (_chunks is null && !FitsPacked(PackedList.EntryLength(item)))
            at = Unpack(at);
        if (behind)
            at = at with { Offset = Behind(at) };
        if (_chunks is null)
            InsertPacked(PackedList.EmptyLength + at.Offset, item);
        else
            _chunks.Insert(at, item);
    }

    /// <summary>Puts another element in the place of the one at an index in range.</summary>
    public void Replace(long index, scoped ReadOnlySpan<byte> text)
    {
        PackedItem item = PackedItem.Of(text);
        if (_chunks is null && !FitsInPlace(index, item))
            Unpack();
        if (_chunks is not null)
        {
            _chunks.Replace(_chunks.PositionOf(index), item);
            return;
        }
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Replace(ref space, PackedList.PositionOf(space.Bytes, (int)index), item);
        _record = space.Record;
    }

    /// <summary>Takes out up to a number of equal elements, beginning from a side; returns how many.</summary>
    public long RemoveEqual(scoped ReadOnlySpan<byte> text, long max, ListSide from)
    {
        PackedItem item = PackedItem.Of(text);
        if (_chunks is not null)
            return _chunks.RemoveEqual(item, max, fromTail: from == ListSide.Right);
        PackedRecord space = _context.Collections.Edit(_key, _record);
        Span<byte> entries = space.Bytes[PackedList.EmptyLength..];
        int most = (int)Math.Min(max, int.MaxValue);
        int skip = from == ListSide.Right ? Math.Max(0, PackedList.CountEqual(entries, item) - most) : 0;
        int removed = PackedList.RemoveEqual(entries, item, skip, most, out int length);
        if (removed == 0)
            return 0;
        PackedList.SetCount(space.Bytes, PackedList.Count(space.Bytes) - removed);
        space.Resize(PackedList.EmptyLength + length);
        _record = space.Record;
        return removed;
    }

    /// <summary>To be called after the last change: tells those who watch the key or wait for it; an empty list is
    /// removed with its key.</summary>
    public readonly void Commit()
    {
        if (Count > 0)
        {
            _context.Collections.Edited(_key, _record);
            return;
        }
        _context.Remove(_key, _record);
        _context.Notify(KeyspaceEvents.Generic, "del"u8, _key);
    }

    // A position behind the last element is that in its chunk.
    private static ListPosition PositionIn(ChunkedList chunks, long index) => index < chunks.Count
        ? chunks.PositionOf(index)
        : new ListPosition(chunks.ChunkCount - 1, chunks.EntriesOf(chunks.ChunkCount - 1).Length);

    private readonly int Behind(ListPosition at)
    {
        ReadOnlySpan<byte> entries = _chunks is not null
            ? _chunks.EntriesOf(at.Chunk)
            : _record.InlineValue[PackedList.EmptyLength..];
        PackedList.Read(entries, at.Offset, out int behind);
        return behind;
    }

    private readonly bool FitsPacked(int moreBytes) => Fits(_record.InlineValue.Length + (long)moreBytes)
        && Count < PackingLimits.EntriesMax;

    private readonly bool FitsInPlace(long index, PackedItem item)
    {
        ReadOnlySpan<byte> packed = _record.InlineValue;
        int position = PackedList.PositionOf(packed, (int)index);
        PackedList.Read(packed, position, out int behind);
        return Fits(packed.Length - (behind - position) + (long)PackedList.EntryLength(item));
    }

    private readonly bool Fits(long bytes) => bytes <= _context.Engine.Options.Packing.ListBytes;

    private void Create(scoped PackedItem item)
    {
        int length = PackedList.EmptyLength + PackedList.EntryLength(item);
        if (!Fits(length))
        {
            _chunks = NewChunks();
            _chunks.PushTail(item);
            _record = _context.Collections.Create(_key, RecordType.List, _chunks);
            return;
        }
        _record = _context.Collections.Create(_key, RecordType.List, RecordEncoding.Packed, length);
        PackedList.SetCount(_record.InlineValue, 1);
        PackedList.WriteEntry(_record.InlineValue[PackedList.EmptyLength..], item);
    }

    private void InsertPacked(int position, scoped PackedItem item)
    {
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Insert(ref space, position, item);
        _record = space.Record;
    }

    private void Unpack()
    {
        ChunkedList chunks = NewChunks();
        chunks.PushTail(_record.InlineValue);
        _record = _context.Collections.SetCollection(_key, _record, chunks);
        _chunks = chunks;
    }

    // The same element's position among the chunks.
    private ListPosition Unpack(ListPosition packed)
    {
        long index = 0;
        ListReader reader = Read(ListSide.Left);
        while (reader.TryNext(out _) && reader.Position != packed)
            index++;
        Unpack();
        return _chunks!.PositionOf(index);
    }

    private readonly ChunkedList NewChunks() =>
        new(_context.Collections.HeapOf(_key), _context.Engine.Options.Packing.ListBytes);
}
