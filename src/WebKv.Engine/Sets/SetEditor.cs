using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>
/// A set while a command changes it: adds and removes members, and takes the set from one form to the next.
/// </summary>
/// <remarks>
/// A set begins as integers if its first member is one, else packed, and goes over to a member table when it outgrows
/// <see cref="PackingLimits"/>; never back. A null record is a missing key, which the first member creates. After the
/// last change of a set that was changed comes <see cref="Finish"/>.
/// </remarks>
internal ref struct SetEditor
{
    private readonly CommandContext _context;
    private readonly Key _key;
    private Record _record;
    private MemberTable? _table;

    public SetEditor(CommandContext context, Key key, Record record)
    {
        _context = context;
        _key = key;
        _record = record;
        if (!record.IsNull && record.Encoding == RecordEncoding.Collection)
            _table = context.Collections.Of<MemberTable>(key, record);
    }

    public readonly SetView View =>
        _record.IsNull ? default : SetView.Of(_context.Collections.TableOf(_key), _record);

    private readonly PackingLimits Limits => _context.Engine.Options.Packing;

    public bool Add(scoped ReadOnlySpan<byte> member) => Add(PackedItem.Of(member));

    /// <summary>Adds a member, whose bytes must not lie in this set; false if it is there already.</summary>
    public bool Add(scoped PackedItem member)
    {
        if (_record.IsNull)
            Create(member);
        if (_table is not null)
            return _table.TryAdd(member, MemberHash.Of(member));
        return _record.Encoding == RecordEncoding.Integers ? AddToIntegers(member) : AddToPacked(member);
    }

    public bool Remove(scoped ReadOnlySpan<byte> member) => Remove(PackedItem.Of(member));

    /// <summary>Takes out a member; false if it is not there.</summary>
    public bool Remove(scoped PackedItem member)
    {
        if (_record.IsNull)
            return false;
        if (_table is not null)
            return _table.Remove(member, MemberHash.Of(member));
        PackedRecord space = _context.Collections.Edit(_key, _record);
        bool removed = _record.Encoding == RecordEncoding.Integers
            ? RemoveFromIntegers(ref space, member)
            : RemoveFromPacked(ref space, member);
        _record = space.Record;
        return removed;
    }

    /// <summary>Takes out the member at a position.</summary>
    public void RemoveAt(long position)
    {
        View.TryRead(ref position, out PackedItem member);
        Remove(member);
    }

    /// <summary>Ends the changes of a set that was changed; true if it had become empty and the key is gone.</summary>
    public readonly bool Finish()
    {
        if (View.Count > 0)
        {
            _context.Collections.Edited(_key, _record);
            return false;
        }
        _context.Remove(_key, _record);
        _context.Notify(KeyspaceEvents.Generic, "del"u8, _key);
        return true;
    }

    private void Create(scoped PackedItem first)
    {
        CollectionKeys collections = _context.Collections;
        if (first.IsInteger && Limits.IntegerSetEntries > 0)
        {
            _record = collections.Create(_key, RecordType.Set, RecordEncoding.Integers, IntegerSet.EmptyLength);
            IntegerSet.Clear(_record.InlineValue);
        }
        else if (FitsPacked(first, count: 0))
        {
            _record = collections.Create(_key, RecordType.Set, RecordEncoding.Packed, PackedList.EmptyLength);
            PackedList.Clear(_record.InlineValue);
        }
        else
        {
            _table = new MemberTable(collections.HeapOf(_key));
            _record = collections.Create(_key, RecordType.Set, _table);
        }
    }

    private readonly bool FitsPacked(scoped PackedItem member, int count) =>
        count < Limits.SetEntries && member.TextLength <= Limits.SetValueBytes;

    private bool AddToIntegers(scoped PackedItem member)
    {
        ReadOnlySpan<byte> integers = _record.InlineValue;
        int count = IntegerSet.Count(integers);
        int index = member.IsInteger ? IntegerSet.Find(integers, member.Integer) : -1;
        if (index >= 0)
            return false;
        if (!member.IsInteger && FitsPacked(member, count) && IntegersFitPacked(integers, count))
        {
            ConvertToPacked();
            return AddToPacked(member);
        }
        if (!member.IsInteger || count >= Limits.IntegerSetEntries)
        {
            ConvertToTable();
            return _table!.TryAdd(member, MemberHash.Of(member));
        }
        PackedRecord space = _context.Collections.Edit(_key, _record);
        IntegerSet.Insert(ref space, ~index, member.Integer);
        _record = space.Record;
        return true;
    }

    private bool AddToPacked(scoped PackedItem member)
    {
        ReadOnlySpan<byte> list = _record.InlineValue;
        if (PackedList.Find(list, member) >= 0)
            return false;
        if (!FitsPacked(member, PackedList.Count(list)))
        {
            ConvertToTable();
            return _table!.TryAdd(member, MemberHash.Of(member));
        }
        PackedRecord space = _context.Collections.Edit(_key, _record);
        PackedList.Insert(ref space, list.Length, member);
        _record = space.Record;
        return true;
    }

    private static bool RemoveFromIntegers(ref PackedRecord space, scoped PackedItem member)
    {
        int index = member.IsInteger ? IntegerSet.Find(space.Bytes, member.Integer) : -1;
        if (index < 0)
            return false;
        IntegerSet.RemoveAt(ref space, index);
        return true;
    }

    private static bool RemoveFromPacked(ref PackedRecord space, scoped PackedItem member)
    {
        int position = PackedList.Find(space.Bytes, member);
        if (position < 0)
            return false;
        PackedList.Remove(ref space, position);
        return true;
    }

    // The longest texts are those of the smallest and of the biggest.
    private readonly bool IntegersFitPacked(ReadOnlySpan<byte> integers, int count) => count == 0
        || (PackedItem.Of(IntegerSet.At(integers, 0)).TextLength <= Limits.SetValueBytes
            && PackedItem.Of(IntegerSet.At(integers, count - 1)).TextLength <= Limits.SetValueBytes);

    private void ConvertToPacked()
    {
        SetView view = View;
        int length = PackedList.EmptyLength;
        long position = 0;
        while (view.TryRead(ref position, out PackedItem member))
            length += PackedList.EntryLength(member);

        // Built apart: the integers would be overwritten before they are read.
        Span<byte> list = _context.Replies.Reserve(length);
        PackedList.SetCount(list, (int)view.Count);
        int at = PackedList.EmptyLength;
        position = 0;
        while (view.TryRead(ref position, out PackedItem member))
            at += PackedList.WriteEntry(list[at..], member);
        _record = _context.Collections.Resize(_key, _record, RecordEncoding.Packed, length);
        list.CopyTo(_record.InlineValue);
    }

    private void ConvertToTable()
    {
        var table = new MemberTable(_context.Collections.HeapOf(_key));
        SetView view = View;
        long position = 0;
        while (view.TryRead(ref position, out TableMember member))
            table.TryAdd(member.Item, member.Hash);
        _record = _context.Collections.SetCollection(_key, _record, table);
        _table = table;
    }
}
