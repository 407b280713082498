using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// A sorted set that is about to be changed. It is packed until it has too many members or one that is too long, and
/// then becomes a table for good.
/// </summary>
/// <remarks>A command ends with <see cref="Finish"/>. The key comes with the first member and goes with the last.
/// </remarks>
internal ref struct SortedSetEditor
{
    // Above this, copying a set into a heap of its own later on would cost more than beginning there.
    private const long ApartCountMin = 4096;

    private readonly CommandContext _context;
    private readonly Key _key;
    private Record _record;
    private ScoredTable? _table;
    private bool _changed;

    private SortedSetEditor(CommandContext context, Key key, Record record)
    {
        _context = context;
        _key = key;
        _record = record;
        if (!record.IsNull && record.Encoding == RecordEncoding.Collection)
            _table = context.Collections.Of<ScoredTable>(key, record);
    }

    public readonly SortedSetView View =>
        _table is null ? SortedSetView.Of(_context.Collections.TableOf(_key), _record) : SortedSetView.Of(_table);

    public readonly bool Exists => !_record.IsNull;

    public readonly bool IsChanged => _changed;

    /// <summary>Finds a live sorted set that is about to be changed; a missing key is an empty one.</summary>
    public static Error? Peek(CommandContext context, Key key, out SortedSetEditor set)
    {
        Error? error = context.Collections.Peek(key, RecordType.SortedSet, out Record record);
        set = error is null ? new SortedSetEditor(context, key, record) : default;
        return error;
    }

    /// <summary>Begins a set for a key that does not exist.</summary>
    public static SortedSetEditor Create(CommandContext context, Key key) => new(context, key, default);

    /// <summary>Makes a key, which must not exist, hold the elements of a table, which it takes over.</summary>
    public static void CreateFrom(CommandContext context, Key key, ScoredTable table)
    {
        var set = new SortedSetEditor(context, key, default);
        if (set.MayPack(table))
        {
            set.CreatePacked();
            PackedRecord list = context.Collections.Edit(key, set._record);
            for (ScoredCursor elements = table.Walk(0, table.Count); elements.MoveNext();)
                PackedScores.Append(ref list, elements.Current.Member, elements.Current.Score);
            set._record = list.Record;
            Discard(table, context.Collections.HeapOf(key));
        }
        else
        {
            set._record = context.Collections.Create(key, RecordType.SortedSet, table);
        }
        set._changed = true;
        set.Finish();
    }

    /// <summary>An empty table for about this many elements.</summary>
    public static ScoredTable NewTable(SlabHeap heap, long countAbout) =>
        countAbout < ApartCountMin ? new ScoredTable(heap) : ScoredTable.Apart(heap);

    /// <summary>Frees a table that no key holds.</summary>
    /// <param name="table">The table.</param>
    /// <param name="heap">The heap that it was made for.</param>
    public static void Discard(ScoredTable table, SlabHeap heap)
    {
        if (table.Heap == heap)
            table.Free();
        else
            table.Heap.Dispose();
    }

    /// <summary>Adds a member that is not in the set.</summary>
    /// <param name="place">What <see cref="SortedSetView.Find(ReadOnlySpan{byte})"/> said about it.</param>
    /// <param name="member">The member.</param>
    /// <param name="score">Its score.</param>
    /// <param name="moreToCome">How many further members the command adds at most.</param>
    public void Add(SortedSetPlace place, ReadOnlySpan<byte> member, double score, long moreToCome = 0)
    {
        bool wasPacked = _table is null;
        if (wasPacked && !MayPack(View.Count + 1, member.Length))
            BecomeTable(moreToCome);
        else if (!Exists)
            CreatePacked();
        _changed = true;
        if (_table is not null)
        {
            _table.Add(member, wasPacked ? MemberHash.Of(member) : place.Hash, score);
            return;
        }
        PackedRecord list = _context.Collections.Edit(_key, _record);
        PackedScores.Insert(ref list, member, score);
        _record = list.Record;
    }

    /// <summary>Gives a member that is in the set another score.</summary>
    public void SetScore(SortedSetPlace place, ReadOnlySpan<byte> member, double score)
    {
        _changed = true;
        if (_table is not null)
        {
            _table.SetScore(place.Element, score);
            return;
        }
        PackedRecord list = _context.Collections.Edit(_key, _record);
        PackedScores.Remove(ref list, place.Position);
        PackedScores.Insert(ref list, member, score);
        _record = list.Record;
    }

    public void Remove(SortedSetPlace place)
    {
        _changed = true;
        if (_table is not null)
            _table.Remove(place.Element);
        else
            RemovePacked(place.Position, 1);
    }

    public void RemoveRange(RankSpan span)
    {
        if (span.Count == 0)
            return;
        _changed = true;
        RankSpan upwards = span.Upwards;
        if (_table is not null)
            _table.RemoveRange(upwards.First, upwards.Count);
        else
            RemovePacked(PackedScores.PositionOf(_record.InlineValue, upwards.First), upwards.Count);
    }

    /// <summary>To be called once, after the last change.</summary>
    public void Finish()
    {
        if (!_changed)
            return;
        if (View.Count > 0)
        {
            _context.Collections.Edited(_key, _record);
            return;
        }
        _context.Remove(_key, _record);
        _context.Notify(KeyspaceEvents.Generic, "del"u8, _key);
    }

    private readonly bool MayPack(long count, int memberLength)
    {
        PackingLimits limits = _context.Engine.Options.Packing;
        return memberLength <= limits.SortedSetValueBytes
            && count <= Math.Min(limits.SortedSetEntries, PackingLimits.EntriesMax);
    }

    private readonly bool MayPack(ScoredTable table)
    {
        if (!MayPack(table.Count, 0))
            return false;
        for (ScoredCursor elements = table.Walk(0, table.Count); elements.MoveNext();)
            if (!MayPack(0, elements.Current.Member.Length))
                return false;
        return true;
    }

    private void CreatePacked()
    {
        _record = _context.Collections.Create(
            _key, RecordType.SortedSet, RecordEncoding.Packed, PackedList.EmptyLength);
        PackedList.Clear(_record.InlineValue);
    }

    private void BecomeTable(long moreToCome)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        ScoredTable table = NewTable(_context.Collections.HeapOf(_key), moreToCome);
        for (SortedSetCursor elements = View.Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            table.Add(member, MemberHash.Of(member), elements.Score);
        }
        _record = Exists
            ? _context.Collections.SetCollection(_key, _record, table)
            : _context.Collections.Create(_key, RecordType.SortedSet, table);
        _table = table;
    }

    private void RemovePacked(int position, long count)
    {
        PackedRecord list = _context.Collections.Edit(_key, _record);
        PackedScores.Remove(ref list, position, count);
        _record = list.Record;
    }
}
