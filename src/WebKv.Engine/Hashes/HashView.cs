using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// A hash as it is read, whichever way it is kept: packed inside its record, with or without deadlines, or a
/// <see cref="FieldTable"/>. A missing key is a view without fields.
/// </summary>
/// <remarks>
/// Who finds a key has already taken out what is due (<see cref="FieldExpiry"/>), but of a big hash only so many
/// fields at a time; those that are left are hidden here, except from <see cref="Count"/>. A position names a field; 0
/// is the first. A view ends with the next change of the hash.
/// </remarks>
internal readonly ref struct HashView
{
    private readonly FieldTable? _table;
    private readonly PackedFields _packed;
    private readonly bool _exists;
    private readonly long _hiddenBeforeMs;

    public HashView(CommandContext context, Key key, Record record)
        : this(context.Collections.TableOf(key), record) =>
        _hiddenBeforeMs = context.IsReplay ? long.MinValue : context.NowMs;

    public HashView(RecordTable table, Record record)
    {
        _hiddenBeforeMs = long.MinValue;
        _exists = !record.IsNull;
        if (!_exists)
            return;
        if (record.Encoding == RecordEncoding.Collection)
            _table = (FieldTable)table.CollectionOf(record);
        else
            _packed = new PackedFields(record);
    }

    public bool Exists => _exists;

    /// <summary>Number of fields, those included that are due and not yet taken out.</summary>
    public long Count => _table is not null ? _table.Count : _exists ? _packed.Count : 0;

    /// <summary>The table, if it is one.</summary>
    public FieldTable? Table => _table;

    /// <summary>Whether some fields are hidden because they are due.</summary>
    public bool HidesSome => _table is not null && _table.EarliestMs < _hiddenBeforeMs;

    /// <summary>Finds a hash to be read.</summary>
    public static Error? Find(CommandContext context, Key key, out HashView hash)
    {
        Error? error = context.Collections.Find(key, RecordType.Hash, out Record record);
        hash = error is null && !record.IsNull ? new HashView(context, key, record) : default;
        return error;
    }

    public bool Contains(ReadOnlySpan<byte> field) => TryGet(PackedItem.Of(field), out _);

    public bool TryGet(ReadOnlySpan<byte> field, out HashField found) => TryGet(PackedItem.Of(field), out found);

    public bool TryGet(PackedItem field, out HashField found)
    {
        if (_table is not null)
            return _table.TryGet(field, FieldHash.Of(field), out found) && !Hides(found);
        found = default;
        if (!_exists)
            return false;
        int position = _packed.Find(field);
        return position >= 0 && _packed.TryRead(ref position, out found);
    }

    /// <summary>The field at a position, which is moved to the next one; false at the end.</summary>
    public bool TryRead(scoped ref long position, out HashField field)
    {
        if (_table is not null)
        {
            while (_table.TryRead(ref position, out field))
                if (!Hides(field))
                    return true;
            return false;
        }
        field = default;
        if (!_exists)
            return false;
        // Positions count from the first field, so that 0 is the first of any form.
        int at = (int)position + _packed.First;
        bool read = _packed.TryRead(ref at, out field);
        position = at - _packed.First;
        return read;
    }

    /// <summary>The position of a random field, each with the same probability; the hash must have one and hide none.
    /// </summary>
    public long Draw(Random random) => _table is not null
        ? _table.Draw(random)
        : _packed.PositionOf(random.Next(_packed.Count)) - _packed.First;

    /// <summary>Whether a field is due and not yet taken out.</summary>
    public bool Hides(HashField field) => field.DeadlineMs != 0 && field.DeadlineMs < _hiddenBeforeMs;
}
