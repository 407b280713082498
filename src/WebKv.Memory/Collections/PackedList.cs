using System.Buffers.Binary;
using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// Elements one behind the other in one run of bytes: how small collections lie inside their record, and what the
/// chunks of big ones are made of.
/// </summary>
/// <remarks>
/// The idea: below a few hundred elements a scan of dense bytes beats any index, and costs two bytes per element
/// instead of fifty.
/// <code>
/// u16 number of elements, then per element: its form (<see cref="PackedItem"/>), then the form's length
/// </code>
/// The length behind the form is read backwards (seven bits per byte, the high bit says that one more stands before
/// it), so a list is walked from both ends. An element's position is the offset of its form; positions behind an edit
/// are void. An empty list is <see cref="EmptyLength"/> bytes. Cost: linear in the bytes behind the place of an edit.
/// </remarks>
public static class PackedList
{
    /// <summary>Bytes of a list without elements; also the position of the first one.</summary>
    public const int EmptyLength = sizeof(ushort);

    /// <summary>Most elements that one list can hold.</summary>
    public const int CountMax = ushort.MaxValue;

    public static int Count(ReadOnlySpan<byte> list) => BinaryPrimitives.ReadUInt16LittleEndian(list);

    /// <summary>Makes these bytes an empty list.</summary>
    public static void Clear(Span<byte> list) => SetCount(list, 0);

    /// <summary>Bytes that an element would take.</summary>
    public static int EntryLength(PackedItem item)
    {
        int encoded = item.EncodedLength;
        return encoded + BackLength(encoded);
    }

    /// <summary>The element at a position, and the position behind it (which is the list's length at the end).
    /// </summary>
    public static PackedItem Read(ReadOnlySpan<byte> list, int position, out int next)
    {
        PackedItem item = PackedItem.Read(list[position..], out int encoded);
        next = position + encoded + BackLength(encoded);
        return item;
    }

    /// <summary>The position of the element that ends where this one begins; call it with the list's length for the
    /// last element. There must be one.</summary>
    public static int Previous(ReadOnlySpan<byte> list, int position)
    {
        int at = position - 1;
        int encoded = list[at] & 0x7F;
        for (int shift = 7; (list[at] & 0x80) != 0; shift += 7)
            encoded |= (list[--at] & 0x7F) << shift;
        return at - encoded;
    }

    /// <summary>The position of the element at an index, counted from whichever end is nearer; the index must be
    /// in range.</summary>
    public static int PositionOf(ReadOnlySpan<byte> list, int index)
    {
        int count = Count(list);
        Debug.Assert((uint)index < (uint)count, "an index of the list");
        if (index <= count / 2)
        {
            int position = EmptyLength;
            for (; index > 0; index--)
                Read(list, position, out position);
            return position;
        }
        int behind = list.Length;
        for (; index < count; index++)
            behind = Previous(list, behind);
        return behind;
    }

    /// <summary>
    /// The position of the first equal element at or behind a position, looking at every <paramref name="step"/>th
    /// only; -1 if there is none.
    /// </summary>
    public static int Find(ReadOnlySpan<byte> list, PackedItem item, int from = EmptyLength, int step = 1)
    {
        int skip = 0;
        for (int position = from; position < list.Length;)
        {
            PackedItem candidate = Read(list, position, out int next);
            if (skip == 0 && candidate.SameAs(item))
                return position;
            skip = skip == 0 ? step - 1 : skip - 1;
            position = next;
        }
        return -1;
    }

    /// <summary>Puts an element before the one at a position; the list's length as position appends. The element's
    /// bytes must not lie in the list. Returns the position behind the new element.</summary>
    public static int Insert<TSpace>(ref TSpace space, int position, scoped PackedItem item)
        where TSpace : IPackedSpace, allows ref struct
    {
        int length = EntryLength(item);
        Span<byte> list = Splice(ref space, position, 0, length);
        WriteEntry(list[position..], item);
        SetCount(list, Count(list) + 1);
        return position + length;
    }

    /// <summary>Puts another element in the place of one; returns the position behind it.</summary>
    public static int Replace<TSpace>(ref TSpace space, int position, scoped PackedItem item)
        where TSpace : IPackedSpace, allows ref struct
    {
        Read(space.Bytes, position, out int next);
        int length = EntryLength(item);
        Span<byte> list = Splice(ref space, position, next - position, length);
        WriteEntry(list[position..], item);
        return position + length;
    }

    /// <summary>Takes out a number of elements from a position on.</summary>
    public static void Remove<TSpace>(ref TSpace space, int position, int count = 1)
        where TSpace : IPackedSpace, allows ref struct
    {
        Span<byte> list = space.Bytes;
        int end = position;
        for (int i = 0; i < count; i++)
            Read(list, end, out end);
        SetCount(list, Count(list) - count);
        Splice(ref space, position, end - position, 0);
    }

    /// <summary>Writes one element with its back length; the room must hold <see cref="EntryLength"/> bytes. For
    /// those who build a list in one go and set its count themselves.</summary>
    public static int WriteEntry(Span<byte> room, PackedItem item)
    {
        item.Write(room);
        int encoded = item.EncodedLength;
        int backLength = BackLength(encoded);
        int rest = encoded;
        for (int at = encoded + backLength - 1; at >= encoded; at--)
        {
            room[at] = (byte)(rest & 0x7F | (at > encoded ? 0x80 : 0));
            rest >>= 7;
        }
        return encoded + backLength;
    }

    /// <summary>Sets the number of elements that the list says to have.</summary>
    public static void SetCount(Span<byte> list, int count) =>
        BinaryPrimitives.WriteUInt16LittleEndian(list, (ushort)count);

    // Moves what lies behind the edit; the list grows before the move and shrinks after it.
    private static Span<byte> Splice<TSpace>(ref TSpace space, int position, int removed, int inserted)
        where TSpace : IPackedSpace, allows ref struct
    {
        Span<byte> list = space.Bytes;
        int oldLength = list.Length;
        int newLength = oldLength - removed + inserted;
        if (newLength > oldLength)
            list = space.Resize(newLength);
        list[(position + removed)..oldLength].CopyTo(list[(position + inserted)..]);
        return newLength < oldLength ? space.Resize(newLength) : list;
    }

    private static int BackLength(int encoded)
    {
        int length = 1;
        for (; encoded > 0x7F; encoded >>= 7)
            length++;
        return length;
    }
}
