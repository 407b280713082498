using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>
/// The bytes of one member of a <see cref="MemberTable"/>: its 32-bit hash, then its form (<see cref="PackedItem"/>),
/// which says its own length.
/// </summary>
/// <remarks>A member of up to 11 bytes, and any 64-bit integer, fits a block of 16 bytes.</remarks>
internal readonly unsafe struct MemberEntry : IIndexEntry
{
    private const int FormOffset = sizeof(uint);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint HashOf(byte* entry) => *(uint*)entry;

    /// <summary>Compares with a form: forms are canonical, so equal members have equal forms.</summary>
    public static bool KeyEquals(byte* entry, ReadOnlySpan<byte> form)
    {
        Read(entry, out int length);
        return length == form.Length && new ReadOnlySpan<byte>(entry + FormOffset, length).SequenceEqual(form);
    }

    public static PackedItem Read(byte* entry, out int formLength) =>
        PackedItem.Read(new ReadOnlySpan<byte>(entry + FormOffset, int.MaxValue), out formLength);

    public static long BytesFor(int formLength) => FormOffset + (long)formLength;

    public static void Write(byte* entry, uint hash, ReadOnlySpan<byte> form)
    {
        *(uint*)entry = hash;
        form.CopyTo(new Span<byte>(entry + FormOffset, form.Length));
    }
}
