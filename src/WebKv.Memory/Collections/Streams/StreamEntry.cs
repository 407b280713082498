namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// A view of one entry, to be read once from its first field to its last. It ends with the next change of the stream.
/// </summary>
public ref struct StreamEntry
{
    private readonly ReadOnlySpan<byte> _items;
    private readonly ReadOnlySpan<byte> _names;
    private readonly bool _hasNames;
    private int _item;
    private int _name;
    private int _rest;

    // The names of the chunk's first entry, when this one has the same; else they lie among the items.
    internal StreamEntry(StreamId id, ReadOnlySpan<byte> names, ReadOnlySpan<byte> items)
    {
        Id = id;
        _names = names;
        _items = items;
        _hasNames = !names.IsEmpty;
        FieldCount = (int)(_hasNames ? VarInt.Read(names, ref _name) : VarInt.Read(items, ref _item));
        _rest = FieldCount;
    }

    public StreamId Id { get; }

    public int FieldCount { get; }

    /// <summary>The next field and its value; false behind the last.</summary>
    public bool TryNext(out PackedItem field, out PackedItem value)
    {
        if (_rest == 0)
        {
            field = value = default;
            return false;
        }
        _rest--;
        field = _hasNames ? Next(_names, ref _name) : Next(_items, ref _item);
        value = Next(_items, ref _item);
        return true;
    }

    private static PackedItem Next(ReadOnlySpan<byte> items, scoped ref int position)
    {
        PackedItem item = PackedItem.Read(items[position..], out int length);
        position += length;
        return item;
    }
}
