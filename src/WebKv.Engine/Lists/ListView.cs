using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Sorting;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>
/// A list as commands see it, whichever way it is kept: packed inside its record, or a <see cref="PackedDeque"/>.
/// </summary>
/// <remarks>
/// A missing key is a view without elements; the first push creates it. A list that has outgrown its record becomes a
/// deque and stays one, as in Redis. A command that has changed something ends with <see cref="Commit"/>. Places are
/// those of the deque; a packed list is its chunk 0. They are good until the next change.
/// </remarks>
internal ref struct ListView
{
    private readonly CommandContext _context;
    private readonly Key _key;
    private Record _record;
    private PackedDeque? _deque;

    private ListView(CommandContext context, Key key, Record record)
    {
        _context = context;
        _key = key;
        _record = record;
        if (!record.IsNull && record.Encoding == RecordEncoding.Collection)
            _deque = context.Collections.Of<PackedDeque>(key, record);
    }

    public readonly bool Exists => !_record.IsNull;

    public readonly long Count =>
        _deque is not null ? _deque.Count : Exists ? PackedList.Count(_record.InlineValue) : 0;

    /// <summary>Finds a list to be read.</summary>
    public static Error? Find(CommandContext context, Key key, out ListView list)
    {
        Error? error = context.Collections.Find(key, RecordType.List, out Record record);
        list = error is null ? new ListView(context, key, record) : default;
        return error;
    }

    /// <summary>Finds a list to be changed.</summary>
    public static Error? Peek(CommandContext context, Key key, out ListView list)
    {
        Error? error = context.Collections.Peek(key, RecordType.List, out Record record);
        list = error is null ? new ListView(context, key, record) : default;
        return error;
    }

    /// <summary>Gives a key, which must not exist, the result of a sort as its list; what was not found is empty.
    /// </summary>
    public static void Create(CommandContext context, Key key, SortReply elements)
    {
        var list = new ListView(context, key, default);
        for (int i = 0; i < elements.Count; i++)
            list.Push(ListSide.Right, elements[i].Bytes);
        list.Commit("sortstore"u8);
    }

    public void Push(ListSide side, scoped ReadOnlySpan<byte> value)
    {
        PackedItem item = PackedItem.Of(value);
        MakeRoom(item);
        if (_deque is null)
        {
            PackedRecord space = _context.Collections.Edit(_key, _record);
            int position = side == ListSide.Left ? PackedList.EmptyLength : space.Bytes.Length;
            PackedList.Insert(ref space, position, item);
            _record = space.Record;
        }
        else if (side == ListSide.Left)
        {
            _deque.PushFirst(item);
        }
        else
        {
            _deque.PushLast(item);
        }
    }

    /// <summary>The element at an index in range.</summary>
    public readonly PackedPlace Seek(long index) => _deque is not null
        ? _deque.Seek(index)
        : new PackedPlace(0, PackedList.PositionOf(_record.InlineValue, (int)index));

    public readonly PackedItem Read(PackedPlace place) => _deque is not null
        ? _deque.Read(place)
        : PackedList.Read(_record.InlineValue, place.Position, out _);

    /// <summary>Goes one element on, or back; false at the end of the list.</summary>
    public readonly bool Move(ref PackedPlace place, bool forward)
    {
        if (_deque is not null)
            return forward ? _deque.MoveNext(ref place) : _deque.MovePrevious(ref place);
        ReadOnlySpan<byte> list = _record.InlineValue;
        int position = place.Position;
        if (forward)
            PackedList.Read(list, position, out position);
        if (forward ? position == list.Length : position == PackedList.EmptyLength)
            return false;
        place = place with { Position = forward ? position : PackedList.Previous(list, position) };
        return true;
    }

    /// <summary>Puts an element before or behind the one at a place.</summary>
    public void Insert(PackedPlace place, bool before, scoped ReadOnlySpan<byte> value)
    {
        PackedItem item = PackedItem.Of(value);
        if (_deque is null && !Fits(item))
        {
            long index = PackedIndexOf(place);
            MakeRoom(item);
            place = Seek(index);
        }
        if (_deque is null)
        {
            PackedRecord space = _context.Collections.Edit(_key, _record);
            int position = place.Position;
            if (!before)
                PackedList.Read(space.Bytes, position, out position);
            PackedList.Insert(ref space, position, item);
            _record = space.Record;
        }
        else if (before)
        {
            _deque.InsertBefore(place, item);
        }
        else
        {
            _deque.InsertAfter(place, item);
        }
    }

    public void Replace(PackedPlace place, scoped ReadOnlySpan<byte> value)
    {
        PackedItem item = PackedItem.Of(value);
        if (_deque is null && !Fits(item))
        {
            long index = PackedIndexOf(place);
            MakeRoom(item);
            place = Seek(index);
        }
        if (_deque is not null)
        {
            _deque.Replace(place, item);
            return;
        }
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Replace(ref space, place.Position, item);
        _record = space.Record;
    }

    /// <summary>Takes out the element at a place; gives the place of the one that followed, null at the end.</summary>
    public PackedPlace? Remove(PackedPlace place)
    {
        if (_deque is not null)
            return _deque.Remove(place);
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Remove(ref space, place.Position);
        _record = space.Record;
        return place.Position < _record.InlineValue.Length ? place : null;
    }

    /// <summary>Takes out elements at one end.</summary>
    public void RemoveAt(ListSide side, long count)
    {
        if (_deque is not null)
        {
            if (side == ListSide.Left)
                _deque.RemoveFirst(count);
            else
                _deque.RemoveLast(count);
            return;
        }
        if (count == 0)
            return;
        PackedRecord space = _context.Collections.Edit(_key, _record);
        int first = side == ListSide.Left ? 0 : PackedList.Count(space.Bytes) - (int)count;
        PackedList.Remove(ref space, PackedList.PositionOf(space.Bytes, first), (int)count);
        _record = space.Record;
    }

    /// <summary>Joins what removals in the middle have left small.</summary>
    public readonly void Compact(PackedPlace near) => _deque?.Compact(near);

    /// <summary>Ends a change: tells of it, and removes the key when nothing is left. The view is void afterwards.
    /// </summary>
    public readonly void Commit(ReadOnlySpan<byte> eventName)
    {
        _context.Notify(KeyspaceEvents.List, eventName, _key);
        if (Count > 0)
        {
            _context.Collections.Edited(_key, _record);
            return;
        }
        _context.Remove(_key, _record);
        _context.Notify(KeyspaceEvents.Generic, "del"u8, _key);
    }

    private readonly bool Fits(scoped PackedItem item) =>
        _record.InlineValue.Length + PackedList.EntryLength(item) <= _context.Engine.Options.Packing.ListBytes
        && PackedList.Count(_record.InlineValue) < PackedList.CountMax;

    private readonly long PackedIndexOf(PackedPlace place)
    {
        long index = 0;
        for (int position = PackedList.EmptyLength; position < place.Position; index++)
            PackedList.Read(_record.InlineValue, position, out position);
        return index;
    }

    private void MakeRoom(scoped PackedItem item)
    {
        CollectionKeys keys = _context.Collections;
        if (!Exists)
        {
            _record = keys.Create(_key, RecordType.List, RecordEncoding.Packed, PackedList.EmptyLength);
            PackedList.Clear(_record.InlineValue);
        }
        if (_deque is not null || Fits(item))
            return;
        var deque = new PackedDeque(keys.HeapOf(_key), _context.Engine.Options.Packing.ListBytes);
        ReadOnlySpan<byte> list = _record.InlineValue;
        for (int position = PackedList.EmptyLength; position < list.Length;)
            deque.PushLast(PackedList.Read(list, position, out position));
        _record = keys.SetCollection(_key, _record, deque);
        _deque = deque;
    }
}
