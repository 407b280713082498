using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// A hash while a command changes it: sets and removes fields, and takes the hash from one form to the next.
/// </summary>
/// <remarks>
/// A hash begins packed; the first deadline brings the packed form with deadlines, and when it outgrows
/// <see cref="PackingLimits"/> it becomes a table and stays one, as in Redis. A missing key has no fields, and the
/// first one creates it. A command that has changed something ends with <see cref="Commit"/>.
/// </remarks>
internal ref struct HashEditor
{
    private readonly CommandContext _context;
    private readonly Key _key;
    private FieldTable? _table;

    public HashEditor(CommandContext context, Key key, Record record)
    {
        _context = context;
        _key = key;
        Record = record;
        if (!record.IsNull && record.Encoding == RecordEncoding.Collection)
            _table = context.Collections.Of<FieldTable>(key, record);
    }

    /// <summary>The record; a null one after the last field has gone.</summary>
    public Record Record { get; private set; }

    public readonly bool Exists => !Record.IsNull;

    /// <summary>The hash as it is now.</summary>
    public readonly HashView View => Exists ? new HashView(_context, _key, Record) : default;

    private readonly PackingLimits Limits => _context.Engine.Options.Packing;

    private readonly bool IsPackedTimed => Exists && Record.Encoding == RecordEncoding.PackedTimed;

    /// <summary>Finds a hash to be changed.</summary>
    public static Error? Peek(CommandContext context, Key key, out HashEditor hash)
    {
        Error? error = context.Collections.Peek(key, RecordType.Hash, out Record record);
        hash = error is null ? new HashEditor(context, key, record) : default;
        return error;
    }

    public bool Set(scoped ReadOnlySpan<byte> field, scoped ReadOnlySpan<byte> value, long deadlineMs = 0) =>
        Set(PackedItem.Of(field), PackedItem.Of(value), deadlineMs);

    /// <summary>Sets a field, neither of whose parts may lie in this hash, and its deadline, 0 for none; true if the
    /// field is new.</summary>
    public bool Set(scoped PackedItem field, scoped PackedItem value, long deadlineMs)
    {
        MakeRoom(field, value, isTimed: deadlineMs != 0);
        if (_table is not null)
        {
            bool replacesHidden = IsHidden(field);
            return _table.Set(field, FieldHash.Of(field), value, deadlineMs) || replacesHidden;
        }
        int position = new PackedFields(Record).Find(field);
        if (position < 0)
            Append(field, value, deadlineMs);
        else
            Overwrite(position, value, deadlineMs);
        return position < 0;
    }

    /// <summary>Gives a field, which must be there, another deadline, 0 for none.</summary>
    public void SetDeadline(scoped ReadOnlySpan<byte> field, long deadlineMs)
    {
        PackedItem item = PackedItem.Of(field);
        if (_table is not null)
        {
            _table.SetDeadline(item, FieldHash.Of(item), deadlineMs);
            return;
        }
        if (!IsPackedTimed)
            Repack(asTimed: true, keptFromMs: long.MinValue);
        PackedRecord space = _context.Collections.Edit(_key, Record);
        int position = new PackedFields(Record).Find(item);
        PackedList.Read(space.Bytes, position, out position);
        PackedList.Read(space.Bytes, position, out position);
        PackedList.Replace(ref space, position, PackedItem.Of(deadlineMs));
        NoteDeadline(ref space, deadlineMs);
        Record = space.Record;
    }

    /// <summary>Takes out a field; false if it is not there, or due.</summary>
    public bool Remove(scoped ReadOnlySpan<byte> field)
    {
        PackedItem item = PackedItem.Of(field);
        if (_table is not null)
            return !IsHidden(item) && _table.Remove(item, FieldHash.Of(item));
        if (!Exists)
            return false;
        var packed = new PackedFields(Record);
        int position = packed.Find(item);
        if (position < 0)
            return false;
        PackedRecord space = _context.Collections.Edit(_key, Record);
        PackedList.Remove(ref space, position, packed.Step);
        Record = space.Record;
        return true;
    }

    /// <summary>Leaves out of a packed hash what is due at a time, and the form with deadlines when none is left.
    /// </summary>
    public void RemoveDue(long nowMs) => Repack(asTimed: false, keptFromMs: nowMs);

    /// <summary>Ends a change: tells of it, and removes the key when nothing is left.</summary>
    public void Commit(ReadOnlySpan<byte> eventName)
    {
        _context.Notify(KeyspaceEvents.Hash, eventName, _key);
        if (View.Count == 0)
        {
            _context.Remove(_key, Record);
            Record = default;
            _context.Notify(KeyspaceEvents.Generic, "del"u8, _key);
            return;
        }
        NoteTimed();
        _context.Collections.Edited(_key, Record);
    }

    /// <summary>Lets the sweeper know whether there are deadlines.</summary>
    public void NoteTimed()
    {
        bool isTimed = _table is not null ? _table.TimedCount > 0 : IsPackedTimed;
        if (Record.HasTimedElements != isTimed)
            Record = _context.Collections.TableOf(_key).SetTimedElements(Record, isTimed);
    }

    // Due, and left by a lookup that has taken out as many as it may: it has its own HDEL to come.
    private readonly bool IsHidden(scoped PackedItem field)
    {
        HashView view = View;
        return view.HidesSome && !view.TryGet(field, out _);
    }

    private void MakeRoom(scoped PackedItem field, scoped PackedItem value, bool isTimed)
    {
        CollectionKeys collections = _context.Collections;
        if (!Exists)
        {
            Record = collections.Create(_key, RecordType.Hash, RecordEncoding.Packed, PackedList.EmptyLength);
            PackedList.Clear(Record.InlineValue);
        }
        if (_table is not null)
            return;
        if (!FitsPacked(field, value))
            ConvertToTable();
        else if (isTimed && !IsPackedTimed)
            Repack(asTimed: true, keptFromMs: long.MinValue);
    }

    private readonly bool FitsPacked(scoped PackedItem field, scoped PackedItem value)
    {
        if (field.TextLength > Limits.HashValueBytes || value.TextLength > Limits.HashValueBytes)
            return false;
        var packed = new PackedFields(Record);
        return packed.Count < Limits.HashEntries || packed.Find(field) >= 0;
    }

    private void Append(scoped PackedItem field, scoped PackedItem value, long deadlineMs)
    {
        bool isTimed = IsPackedTimed;
        PackedRecord space = _context.Collections.Edit(_key, Record);
        int at = space.Bytes.Length;
        var added = new HashField(field, value, deadlineMs);
        Span<byte> list = space.Resize(at + PackedFieldsWriter.LengthOf(added, isTimed));
        PackedFieldsWriter.Write(list[at..], added, isTimed);
        PackedList.SetCount(list, PackedList.Count(list) + PackedFields.StepOf(isTimed));
        if (isTimed)
            NoteDeadline(ref space, deadlineMs);
        Record = space.Record;
    }

    private void Overwrite(int position, scoped PackedItem value, long deadlineMs)
    {
        bool isTimed = IsPackedTimed;
        PackedRecord space = _context.Collections.Edit(_key, Record);
        PackedList.Read(space.Bytes, position, out position);
        position = PackedList.Replace(ref space, position, value);
        if (isTimed)
        {
            PackedList.Replace(ref space, position, PackedItem.Of(deadlineMs));
            NoteDeadline(ref space, deadlineMs);
        }
        Record = space.Record;
    }

    // An overwritten or removed deadline may stay noted: it is then found to be void when it is due.
    private static void NoteDeadline(ref PackedRecord space, long deadlineMs)
    {
        long earliestMs = new PackedFields(space.Bytes, isTimed: true).EarliestMs;
        if (deadlineMs != 0 && (earliestMs == 0 || deadlineMs < earliestMs))
            PackedList.Replace(ref space, PackedList.EmptyLength, PackedItem.Of(deadlineMs));
    }

    // From a copy, since the fields would be overwritten before they are read.
    private void Repack(bool asTimed, long keptFromMs)
    {
        var old = new PackedFields(_context.Replies.Copy(Record.InlineValue), IsPackedTimed);
        var writer = new PackedFieldsWriter(old, asTimed, keptFromMs);
        RecordEncoding encoding = writer.IsTimed ? RecordEncoding.PackedTimed : RecordEncoding.Packed;
        Record = _context.Collections.Resize(_key, Record, encoding, writer.Length);
        writer.WriteTo(Record.InlineValue);
    }

    private void ConvertToTable()
    {
        var table = new FieldTable(_context.Collections.HeapOf(_key));
        HashView view = View;
        long position = 0;
        while (view.TryRead(ref position, out HashField field))
            table.Set(field.Field, FieldHash.Of(field.Field), field.Value, field.DeadlineMs);
        Record = _context.Collections.SetCollection(_key, Record, table);
        _table = table;
    }
}
