using System.Buffers.Text;
using WebKv.Engine.Commands;

namespace WebKv.Engine.Strings;

/// <summary>The integers of a bit field: i1 to i64 and u1 to u63.</summary>
/// <param name="IsSigned">Whether the highest bit is the sign, in two's complement.</param>
/// <param name="Bits">How many bits one has.</param>
public readonly record struct BitFieldType(bool IsSigned, int Bits)
{
    private const int SignedBitsMax = 64;
    private const int UnsignedBitsMax = 63;

    public long Max => IsSigned ? long.MaxValue >> (SignedBitsMax - Bits) : (1L << Bits) - 1;

    public long Min => IsSigned ? -Max - 1 : 0;

    public bool IsValid => Bits >= 1 && Bits <= (IsSigned ? SignedBitsMax : UnsignedBitsMax);

    /// <summary>Reads a type such as i16 or u8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out BitFieldType type)
    {
        type = default;
        if (text.IsEmpty || text[0] is not ((byte)'i' or (byte)'u'))
            return false;
        bool isInteger = Numbers.TryParseInteger(text[1..], out long bits);
        type = new BitFieldType(text[0] == 'i', (int)Math.Clamp(bits, 0, byte.MaxValue));
        return isInteger && type.IsValid;
    }

    /// <summary>Writes the type as <see cref="TryParse"/> reads it, into room of three bytes.</summary>
    public ReadOnlySpan<byte> Format(Span<byte> room)
    {
        room[0] = (byte)(IsSigned ? 'i' : 'u');
        Utf8Formatter.TryFormat(Bits, room[1..], out int digits);
        return room[..(1 + digits)];
    }

    /// <summary>The integer that the lowest bits spell.</summary>
    public long Wrap(ulong bits)
    {
        int unused = SignedBitsMax - Bits;
        return IsSigned ? (long)(bits << unused) >> unused : (long)(bits << unused >> unused);
    }
}
