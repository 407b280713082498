namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// A chunk of a stream: entries one behind the other, oldest first.
/// </summary>
/// <remarks>
/// The idea: the entries of a stream mostly have the same fields and ids that lie close together. So the names of the
/// first entry's fields stand in the chunk once, and ids are told as their distance from the first.
/// <code>
/// head    i32 length, i32 entries, i32 where they begin; number of fields, then each field's name
/// entry   length of what follows; flags; ms - first ms; sequence (its distance if the ms is the first's);
///         unless it has the first entry's fields: their number; field, value, .. or just the values;
///         the entry's length again, to be read backwards
/// </code>
/// Numbers are <see cref="VarInt"/>s, names and values <see cref="PackedItem"/>s. A deleted entry keeps its bytes,
/// with a flag, until all of its chunk are. The directory knows the first id and how many entries are not deleted.
/// </remarks>
internal readonly unsafe struct StreamChunk(byte* block)
{
    public const int HeadBytes = 3 * sizeof(int);

    private const byte Deleted = 1;
    private const byte SameFields = 2;

    /// <summary>Bytes in use, the head included; also the position behind the last entry.</summary>
    public int Length => *(int*)block;

    /// <summary>Number of entries, the deleted ones included.</summary>
    public int Entries => ((int*)block)[1];

    /// <summary>Position of the first entry.</summary>
    public int FirstEntry => ((int*)block)[2];

    private ReadOnlySpan<byte> Bytes => new(block, Length);

    private ReadOnlySpan<byte> FieldNames => Bytes[HeadBytes..FirstEntry];

    /// <summary>Bytes of a new chunk's head for these fields.</summary>
    public static int HeadLength<TFields>(scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        int length = HeadBytes + VarInt.Length((ulong)fields.Count);
        for (int i = 0; i < fields.Count; i++)
            length += PackedItem.Of(fields.Field(i)).EncodedLength;
        return length;
    }

    /// <summary>Makes it a chunk without entries.</summary>
    public void Begin<TFields>(int headLength, scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        var bytes = new Span<byte>(block, headLength);
        int position = HeadBytes;
        VarInt.Write(bytes, ref position, (ulong)fields.Count);
        for (int i = 0; i < fields.Count; i++)
            WriteItem(bytes, ref position, fields.Field(i));
        SetHead(headLength, 0, headLength);
    }

    public bool HasSameFields<TFields>(scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        ReadOnlySpan<byte> names = FieldNames;
        int position = 0;
        if (VarInt.Read(names, ref position) != (ulong)fields.Count)
            return false;
        for (int i = 0; i < fields.Count; i++)
        {
            PackedItem name = PackedItem.Read(names[position..], out int length);
            if (!name.SameAs(PackedItem.Of(fields.Field(i))))
                return false;
            position += length;
        }
        return true;
    }

    /// <summary>Bytes of an entry from its flags to its last value.</summary>
    public static int BodyLength<TFields>(StreamId first, StreamId id, scoped TFields fields, bool sameFields)
        where TFields : IStreamFields, allows ref struct
    {
        (ulong ms, ulong sequence) = Distance(first, id);
        int length = 1 + VarInt.Length(ms) + VarInt.Length(sequence);
        if (!sameFields)
            length += VarInt.Length((ulong)fields.Count);
        for (int i = 0; i < fields.Count; i++)
        {
            if (!sameFields)
                length += PackedItem.Of(fields.Field(i)).EncodedLength;
            length += PackedItem.Of(fields.Value(i)).EncodedLength;
        }
        return length;
    }

    /// <summary>Bytes that an entry takes in all.</summary>
    public static int EntryLength(int bodyLength)
    {
        int front = VarInt.Length((ulong)bodyLength) + bodyLength;
        return front + VarInt.Length((ulong)front);
    }

    /// <summary>Appends an entry; the block must have the room.</summary>
    public void Append<TFields>(
        StreamId first, StreamId id, scoped TFields fields, bool sameFields, int bodyLength)
        where TFields : IStreamFields, allows ref struct
    {
        int begin = Length;
        var bytes = new Span<byte>(block, begin + EntryLength(bodyLength));
        (ulong ms, ulong sequence) = Distance(first, id);
        int position = begin;
        VarInt.Write(bytes, ref position, (ulong)bodyLength);
        bytes[position++] = sameFields ? SameFields : (byte)0;
        VarInt.Write(bytes, ref position, ms);
        VarInt.Write(bytes, ref position, sequence);
        if (!sameFields)
            VarInt.Write(bytes, ref position, (ulong)fields.Count);
        for (int i = 0; i < fields.Count; i++)
        {
            if (!sameFields)
                WriteItem(bytes, ref position, fields.Field(i));
            WriteItem(bytes, ref position, fields.Value(i));
        }
        VarInt.WriteBackward(bytes, ref position, position - begin);
        SetHead(bytes.Length, Entries + 1, FirstEntry);
    }

    /// <summary>The entry at a position.</summary>
    public ChunkEntry Read(int at, StreamId first)
    {
        ReadOnlySpan<byte> bytes = Bytes;
        int position = at;
        int bodyLength = (int)VarInt.Read(bytes, ref position);
        int body = position++;
        int end = body + bodyLength;
        ulong ms = VarInt.Read(bytes, ref position);
        ulong sequence = VarInt.Read(bytes, ref position);
        return new ChunkEntry
        {
            Id = ms == 0 ? first with { Sequence = first.Sequence + sequence } : new StreamId(first.Ms + ms, sequence),
            IsDeleted = (bytes[body] & Deleted) != 0,
            FlagsAt = body,
            ItemsAt = position,
            End = end,
            Next = end + VarInt.Length((ulong)(end - at)),
        };
    }

    /// <summary>Position of the entry that ends before a position.</summary>
    public int Previous(int position)
    {
        int length = VarInt.ReadBackward(Bytes, ref position);
        return position - length;
    }

    public void Delete(scoped in ChunkEntry entry) => block[entry.FlagsAt] |= Deleted;

    /// <summary>What an entry holds.</summary>
    public StreamEntry Open(scoped in ChunkEntry entry)
    {
        bool same = (block[entry.FlagsAt] & SameFields) != 0;
        return new StreamEntry(entry.Id, same ? FieldNames : default, Bytes[entry.ItemsAt..entry.End]);
    }

    private static (ulong Ms, ulong Sequence) Distance(StreamId first, StreamId id) =>
        id.Ms == first.Ms ? (0, id.Sequence - first.Sequence) : (id.Ms - first.Ms, id.Sequence);

    private static void WriteItem(Span<byte> bytes, ref int position, ReadOnlySpan<byte> text)
    {
        PackedItem item = PackedItem.Of(text);
        item.Write(bytes[position..]);
        position += item.EncodedLength;
    }

    private void SetHead(int length, int entries, int firstEntry)
    {
        var head = (int*)block;
        (head[0], head[1], head[2]) = (length, entries, firstEntry);
    }
}
