using System.Buffers.Text;
using System.Globalization;

namespace WebKv.Engine.Commands;

/// <summary>
/// Numbers as Redis reads and writes them.
/// </summary>
/// <remarks>
/// Integers are strict: an optional minus, no plus, no spaces, no leading zeros, within 64 bits. Floats: what C's
/// strtod takes, whole argument, no spaces, no NaN. Printed doubles: integers up to 2^53 in magnitude without exponent
/// or point, else the shortest digits that read back, with an exponent written e+21 and e-7.
/// </remarks>
public static class Numbers
{
    /// <summary>Longest text that <see cref="Format(double, Span{byte})"/> writes.</summary>
    public const int FormattedDoubleMax = 32;

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
        if (text.IsEmpty || text[0] == ' ' || text[^1] == ' ' || text.Contains((byte)0))
            return false;
        if (TryParseInfinity(text, out value))
            return true;
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    public static int Format(double value, Span<byte> text)
    {
        if (double.IsNaN(value))
            return Copy("nan"u8, text);
        if (double.IsInfinity(value))
            return Copy(value > 0 ? "inf"u8 : "-inf"u8, text);
        if (value == Math.Truncate(value) && Math.Abs(value) <= 1L << 53)
            return FormatIntegral(value, text);
        value.TryFormat(text, out int written, "R", CultureInfo.InvariantCulture);
        return TidyExponent(text, written);
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

    // .NET writes E+21 and E-07; the field's form is e+21 and e-7.
    private static int TidyExponent(Span<byte> text, int length)
    {
        int exponent = text[..length].IndexOf((byte)'E');
        if (exponent < 0)
            return length;
        text[exponent] = (byte)'e';
        int digits = exponent + 2;
        int zeros = 0;
        while (digits + zeros < length - 1 && text[digits + zeros] == '0')
            zeros++;
        text[(digits + zeros)..length].CopyTo(text[digits..]);
        return length - zeros;
    }

    private static int Copy(ReadOnlySpan<byte> word, Span<byte> text)
    {
        word.CopyTo(text);
        return word.Length;
    }
}
