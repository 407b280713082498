using System.Numerics;

namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// Unsigned numbers in seven bits per byte, low bits first, the high bit saying that one more follows; and the same
/// turned round, to be read backwards from its end.
/// </summary>
internal static class VarInt
{
    public static int Length(ulong value) => (70 - BitOperations.LeadingZeroCount(value | 1)) / 7;

    public static void Write(Span<byte> to, scoped ref int position, ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            to[position++] = (byte)(value | 0x80);
        to[position++] = (byte)value;
    }

    public static ulong Read(ReadOnlySpan<byte> from, scoped ref int position)
    {
        ulong value = from[position++];
        if (value <= 0x7F)
            return value;
        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            byte next = from[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next <= 0x7F)
                return value;
        }
    }

    /// <summary>Writes a number that <see cref="ReadBackward"/> reads from the position behind it.</summary>
    public static void WriteBackward(Span<byte> to, scoped ref int position, int value)
    {
        int length = Length((ulong)value);
        for (int at = position + length - 1; at >= position; at--)
        {
            to[at] = (byte)(value & 0x7F | (at > position ? 0x80 : 0));
            value >>= 7;
        }
        position += length;
    }

    /// <summary>Reads the number that ends before a position; the position moves to where it begins.</summary>
    public static int ReadBackward(ReadOnlySpan<byte> from, scoped ref int position)
    {
        int value = from[--position] & 0x7F;
        for (int shift = 7; (from[position] & 0x80) != 0; shift += 7)
            value |= (from[--position] & 0x7F) << shift;
        return value;
    }
}
