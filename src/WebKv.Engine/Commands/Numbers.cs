using System.Buffers.Text;
using System.Globalization;

namespace WebKv.Engine.Commands;

/// <summary>
/// Numbers as Redis reads and writes them.
/// </summary>
/// <remarks>
/// Integers are strict: an optional minus, no plus, no spaces, no leading zeros, within 64 bits. Doubles: what C's
/// strtod takes, hexadecimal and infinities included, whole argument, no spaces, no NaN, and nothing that a double
/// holds only as infinite or 0. Sums of INCRBYFLOAT have a notation of their own: <see cref="RealNumber"/>.
/// Doubles are printed as Redis 7.2 and later do: integers up to 2^62 in full, else the shortest digits that read
/// back, at most 17, in the shape of <see cref="Arrange"/>. Redis 7.0 prints 17 digits always (%.17g), which reads back
/// as the same double.
/// </remarks>
public static class Numbers
{
    /// <summary>Longest text that <see cref="Format(double, Span{byte})"/> writes.</summary>
    public const int FormattedDoubleMax = 32;

    private const double IntegralMax = 1L << 62;
    private const int DigitsMax = 17;
    private const int PaddedZerosMax = 7;
    private const int DecimalsMax = 6;

    public static bool TryParseInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 20 || !IsPlainInteger(text))
            return false;
        return Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length;
    }

    public static bool TryParseFloat(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        // .NET takes NULs at the end of a number.
        if (text.IsEmpty || text.Contains((byte)0))
            return false;
        if (TryParseInfinity(text, out value))
            return true;
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value))
            return HexFloat.TryParse(text, out value);
        return double.IsFinite(value) && (value != 0 || IsZero(text));
    }

    public static int Format(double value, Span<byte> text)
    {
        if (double.IsNaN(value))
            return Copy("nan"u8, text);
        if (double.IsInfinity(value))
            return Copy(value > 0 ? "inf"u8 : "-inf"u8, text);
        if (value == Math.Truncate(value) && Math.Abs(value) <= IntegralMax)
            return FormatIntegral(value, text);
        Span<byte> digits = stackalloc byte[DigitsMax];
        (int count, int exponent) = ShortestDigits(Math.Abs(value), digits);
        if (value > 0)
            return Arrange(digits[..count], exponent, text);
        text[0] = (byte)'-';
        return 1 + Arrange(digits[..count], exponent, text[1..]);
    }

    private static bool IsPlainInteger(ReadOnlySpan<byte> text)
    {
        int first = text[0] == '-' ? 1 : 0;
        if (text.Length == first)
            return false;
        // "0" is the only number that begins with a zero; "-0" is none.
        if (text[first] == '0')
            return text.Length == 1;
        return !text[first..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static bool TryParseInfinity(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text[0] == '-';
        ReadOnlySpan<byte> word = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        return Keywords.Equal(word, "INF"u8) || Keywords.Equal(word, "INFINITY"u8);
    }

    private static int FormatIntegral(double value, Span<byte> text)
    {
        if (value == 0 && double.IsNegative(value))
            return Copy("-0"u8, text);
        Utf8Formatter.TryFormat((long)value, text, out int written);
        return written;
    }

    // Whether a decimal number that reads as 0 is 0 indeed, and not too small for a double.
    private static bool IsZero(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        return !(exponent < 0 ? text : text[..exponent]).ContainsAnyInRange((byte)'1', (byte)'9');
    }

    // The digits of a positive number, without zeros at either end, and the power of ten of the last of them.
    private static (int Count, int Exponent) ShortestDigits(double value, Span<byte> digits)
    {
        Span<byte> room = stackalloc byte[FormattedDoubleMax];
        value.TryFormat(room, out int length, "R", CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> text = room[..length];
        int exponent = 0, count = 0;
        int scientific = text.IndexOf((byte)'E');
        if (scientific >= 0)
        {
            Utf8Parser.TryParse(text[(scientific + 1)..], out exponent, out _);
            text = text[..scientific];
        }
        int point = text.IndexOf((byte)'.');
        exponent -= point < 0 ? 0 : text.Length - point - 1;
        foreach (byte c in text)
            if (c != '.' && (c != '0' || count > 0))
                digits[count++] = c;
        while (digits[count - 1] == '0')
        {
            count--;
            exponent++;
        }
        return (count, exponent);
    }

    // The shape that Redis gives digits (fpconv): up to 7 zeros at the end are written out; up to 6 decimals, or any
    // number of them from 0.001 to 9999, have a point; all others an exponent.
    private static int Arrange(ReadOnlySpan<byte> digits, int exponent, Span<byte> text)
    {
        int magnitude = exponent + digits.Length - 1;
        if (exponent is >= 0 and <= PaddedZerosMax)
        {
            digits.CopyTo(text);
            text.Slice(digits.Length, exponent).Fill((byte)'0');
            return digits.Length + exponent;
        }
        if (exponent < 0 && (exponent >= -DecimalsMax || Math.Abs(magnitude) < 4))
            return ArrangeDecimals(digits, -exponent, text);
        return ArrangeExponent(digits, magnitude, text);
    }

    private static int ArrangeDecimals(ReadOnlySpan<byte> digits, int decimals, Span<byte> text)
    {
        int whole = digits.Length - decimals;
        if (whole > 0)
        {
            digits[..whole].CopyTo(text);
            text[whole] = (byte)'.';
            digits[whole..].CopyTo(text[(whole + 1)..]);
            return digits.Length + 1;
        }
        "0."u8.CopyTo(text);
        text.Slice(2, -whole).Fill((byte)'0');
        digits.CopyTo(text[(2 - whole)..]);
        return 2 + decimals;
    }

    private static int ArrangeExponent(ReadOnlySpan<byte> digits, int magnitude, Span<byte> text)
    {
        text[0] = digits[0];
        int length = 1;
        if (digits.Length > 1)
        {
            text[1] = (byte)'.';
            digits[1..].CopyTo(text[2..]);
            length = digits.Length + 1;
        }
        text[length++] = (byte)'e';
        text[length++] = magnitude < 0 ? (byte)'-' : (byte)'+';
        Utf8Formatter.TryFormat(Math.Abs(magnitude), text[length..], out int written);
        return length + written;
    }

    private static int Copy(ReadOnlySpan<byte> word, Span<byte> text)
    {
        word.CopyTo(text);
        return word.Length;
    }
}
