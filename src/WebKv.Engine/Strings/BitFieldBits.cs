namespace WebKv.Engine.Strings;

/// <summary>Reads and writes integers of up to 64 bits that begin at any bit of a string, highest bit first.</summary>
internal static class BitFieldBits
{
    /// <summary>The integer at an offset; bits beyond the string are zero.</summary>
    public static long Read(ReadOnlySpan<byte> bytes, BitFieldType type, long offset)
    {
        long first = offset >> 3;
        long last = offset + type.Bits - 1 >> 3;
        UInt128 window = 0;
        for (long i = first; i <= last; i++)
            window = window << 8 | (i < bytes.Length ? bytes[(int)i] : (byte)0);
        return type.Wrap((ulong)(window >> BitsAfter(type, offset)));
    }

    /// <summary>Sets the integer at an offset, all of which the string has.</summary>
    public static void Write(Span<byte> bytes, BitFieldType type, long offset, long value)
    {
        int first = (int)(offset >> 3);
        int last = (int)(offset + type.Bits - 1 >> 3);
        int bitsAfter = BitsAfter(type, offset);
        UInt128 mask = (UInt128.One << type.Bits) - 1 << bitsAfter;
        UInt128 window = (UInt128)(ulong)value << bitsAfter & mask;
        for (int i = last; i >= first; i--, mask >>= 8, window >>= 8)
            bytes[i] = (byte)(bytes[i] & ~(byte)mask | (byte)window);
    }

    // Bits between the field's last one and the end of its last byte.
    private static int BitsAfter(BitFieldType type, long offset) => 7 - (int)(offset + type.Bits - 1 & 7);
}
