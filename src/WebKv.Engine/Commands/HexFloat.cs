using System.Numerics;

namespace WebKv.Engine.Commands;

/// <summary>
/// Hexadecimal floats as C's strtod takes them: an optional sign, 0x, digits with or without a point, and an optional
/// binary exponent after p: -0x1.8p3 is -12.
/// </summary>
/// <remarks>
/// Correctly rounded, to even: the first 60 bits are kept, what comes after is one sticky bit, and the one rounding is
/// done here, because scaling into the range of subnormal numbers would round a second time.
/// </remarks>
internal static class HexFloat
{
    private const int KeptBitsMax = 60;
    private const int MantissaBits = 53;
    private const int ExponentMin = -1074;

    // Beyond it every number is 0 or infinite, whatever its digits: their count is bounded by the size of a request.
    private const long ExponentLimit = 1L << 40;

    /// <summary>False for what is no hex float, and for one that a double holds only as infinite or 0.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        bool negative = text.StartsWith("-"u8);
        ReadOnlySpan<byte> rest = negative || text.StartsWith("+"u8) ? text[1..] : text;
        if (rest.Length < 3 || rest[0] != '0' || (rest[1] | 0x20) != 'x')
            return false;
        rest = rest[2..];
        if (!TryReadDigits(ref rest, out ulong bits, out long exponent) || !TryReadExponent(rest, ref exponent))
            return false;
        value = Round(bits, exponent);
        bool isHeld = double.IsFinite(value) && (value != 0 || bits == 0);
        value = negative ? -value : value;
        return isHeld;
    }

    private static bool TryReadDigits(ref ReadOnlySpan<byte> text, out ulong bits, out long exponent)
    {
        bits = 0;
        exponent = 0;
        bool hasPoint = false, hasDigits = false;
        for (; !text.IsEmpty; text = text[1..])
        {
            if (text[0] == '.' && !hasPoint)
            {
                hasPoint = true;
                continue;
            }
            if (!char.IsAsciiHexDigit((char)text[0]))
                break;
            hasDigits = true;
            uint digit = DigitOf(text[0]);
            if (bits >> (KeptBitsMax - 4) == 0)
            {
                bits = bits << 4 | digit;
                exponent -= hasPoint ? 4 : 0;
            }
            else
            {
                bits |= digit != 0 ? 1UL : 0;
                exponent += hasPoint ? 0 : 4;
            }
        }
        return hasDigits;
    }

    // Letters have bit 6 set, and their low bits count from 1.
    private static uint DigitOf(byte digit) => (digit & 0xFu) + (uint)(digit >> 6) * 9;

    private static bool TryReadExponent(ReadOnlySpan<byte> text, ref long exponent)
    {
        if (text.IsEmpty)
            return true;
        if ((text[0] | 0x20) != 'p')
            return false;
        text = text[1..];
        bool negative = text.StartsWith("-"u8);
        if (negative || text.StartsWith("+"u8))
            text = text[1..];
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        long written = 0;
        foreach (byte digit in text)
            written = Math.Min(written * 10 + (digit - '0'), ExponentLimit);
        exponent += negative ? -written : written;
        return true;
    }

    private static double Round(ulong bits, long exponent)
    {
        if (bits == 0)
            return 0;
        int length = 64 - BitOperations.LeadingZeroCount(bits);
        // How many bits a double keeps of it: fewer where the last of them would lie below the smallest one.
        long dropped = Math.Max(length - MantissaBits, ExponentMin - exponent);
        if (dropped > length)
            return 0;
        if (dropped <= 0)
            return Math.ScaleB(bits, (int)Math.Clamp(exponent, ExponentMin * 2, -ExponentMin * 2));
        ulong half = 1UL << (int)(dropped - 1);
        ulong rest = bits & (half * 2 - 1);
        ulong kept = dropped == 64 ? 0 : bits >> (int)dropped;
        if (rest > half || (rest == half && (kept & 1) == 1))
            kept++;
        return Math.ScaleB(kept, (int)Math.Clamp(exponent + dropped, ExponentMin * 2, -ExponentMin * 2));
    }
}
