using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>
/// The bytes of one field of a <see cref="FieldTable"/>.
/// </summary>
/// <remarks>
/// <code>
/// u32  hash
/// u8   0xFF, u32 place in the deadline heap   (only if the field has a deadline)
/// form of the field, form of the value        (see PackedItem; a form says its own length)
/// </code>
/// No form begins with 0xFF. A field of 10 bytes with a value of 10 takes 26, one of 8 with an integer up to 127 takes
/// 14; a deadline costs 5 here and 16 in the heap.
/// </remarks>
internal readonly unsafe struct FieldEntry : IIndexEntry
{
    private const int HashBytes = sizeof(uint);
    private const byte TimedMark = 0xFF;
    private const int TimedBytes = sizeof(byte) + sizeof(uint);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint HashOf(byte* entry) => *(uint*)entry;

    /// <summary>Compares with a form: forms are canonical, so equal fields have equal forms.</summary>
    public static bool KeyEquals(byte* entry, ReadOnlySpan<byte> form)
    {
        byte* forms = Forms(entry);
        PackedItem.Read(new ReadOnlySpan<byte>(forms, int.MaxValue), out int length);
        return length == form.Length && new ReadOnlySpan<byte>(forms, length).SequenceEqual(form);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTimed(byte* entry) => entry[HashBytes] == TimedMark;

    /// <summary>Where in the deadline heap the field is; only if it has a deadline.</summary>
    public static ref uint Place(byte* entry) => ref *(uint*)(entry + HashBytes + sizeof(byte));

    /// <summary>Reads field and value; returns the bytes of the whole entry.</summary>
    public static long Read(byte* entry, out PackedItem field, out PackedItem value)
    {
        byte* forms = Forms(entry);
        field = PackedItem.Read(new ReadOnlySpan<byte>(forms, int.MaxValue), out int fieldLength);
        value = PackedItem.Read(new ReadOnlySpan<byte>(forms + fieldLength, int.MaxValue), out int valueLength);
        return forms - entry + fieldLength + (long)valueLength;
    }

    public static long BytesFor(int fieldLength, int valueLength, bool isTimed) =>
        HashBytes + (isTimed ? TimedBytes : 0) + fieldLength + (long)valueLength;

    /// <summary>Writes a new entry; the place of a timed one is the caller's to fill.</summary>
    public static void Write(byte* entry, uint hash, bool isTimed, ReadOnlySpan<byte> fieldForm, PackedItem value)
    {
        *(uint*)entry = hash;
        if (isTimed)
            entry[HashBytes] = TimedMark;
        byte* forms = entry + HashBytes + (isTimed ? TimedBytes : 0);
        fieldForm.CopyTo(new Span<byte>(forms, fieldForm.Length));
        value.Write(new Span<byte>(forms + fieldForm.Length, value.EncodedLength));
    }

    /// <summary>Writes another value into an entry whose block holds it.</summary>
    public static void WriteValue(byte* entry, PackedItem value)
    {
        byte* forms = Forms(entry);
        PackedItem.Read(new ReadOnlySpan<byte>(forms, int.MaxValue), out int fieldLength);
        value.Write(new Span<byte>(forms + fieldLength, value.EncodedLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Forms(byte* entry) => entry + HashBytes + (IsTimed(entry) ? TimedBytes : 0);
}
