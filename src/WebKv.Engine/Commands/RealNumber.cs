using System.Globalization;

namespace WebKv.Engine.Commands;

/// <summary>
/// A number of INCRBYFLOAT and HINCRBYFLOAT: decimal where it fits, so that 0.1 + 0.2 is 0.3, binary beyond.
/// </summary>
/// <remarks>
/// Redis adds in 80-bit floating point and prints 17 decimals, which hides the binary error of small numbers only. A
/// decimal holds 28 digits and has no such error at all; numbers beyond 3.9e28 fall back to double. The text is always
/// in fixed notation: no exponent, no trailing zeros, no "-0". The default is zero.
/// </remarks>
public readonly struct RealNumber
{
    /// <summary>Longest text that <see cref="Format"/> writes: sign, 309 digits, point and 17 decimals.</summary>
    public const int TextMax = 328;

    private const int ParsedBytesMax = 5 * 1024 - 1;

    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Two numbers of this size can be added without leaving the range of decimal.
    private const decimal SummandMax = decimal.MaxValue / 2;

    private readonly decimal _decimal;
    private readonly double _double;
    private readonly bool _isDouble;

    private RealNumber(decimal value) => _decimal = value;

    private RealNumber(double value)
    {
        _double = value;
        _isDouble = true;
    }

    public double ToDouble() => _isDouble ? _double : (double)_decimal;

    /// <summary>The number with the shortest digits that read back as this double.</summary>
    public static RealNumber From(double value)
    {
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        return TryParse(text[..Numbers.Format(value, text)], out RealNumber number) ? number : new RealNumber(value);
    }

    /// <summary>Reads what a float argument may be, infinities included.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out RealNumber number)
    {
        number = default;
        // .NET takes NULs at the end of a number.
        if (text.Length > ParsedBytesMax || text.Contains((byte)0))
            return false;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value)
            && Math.Abs(value) <= SummandMax)
        {
            number = new RealNumber(value);
            return true;
        }
        bool isNumber = Numbers.TryParseFloat(text, out double binary);
        number = new RealNumber(binary);
        return isNumber;
    }

    /// <summary>Adds; false when the sum is no finite number.</summary>
    public static bool TryAdd(RealNumber left, RealNumber right, out RealNumber sum)
    {
        if (!left._isDouble && !right._isDouble)
        {
            sum = new RealNumber(left._decimal + right._decimal);
            return true;
        }
        sum = new RealNumber(left.ToDouble() + right.ToDouble());
        return double.IsFinite(sum._double);
    }

    /// <summary>Writes a finite number; returns the length.</summary>
    public int Format(Span<byte> text)
    {
        int length;
        if (_isDouble)
            _double.TryFormat(text, out length, "F17", CultureInfo.InvariantCulture);
        else
            _decimal.TryFormat(text, out length, "F17", CultureInfo.InvariantCulture);
        length = text[..length].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
        if (!text[..length].SequenceEqual("-0"u8))
            return length;
        text[0] = (byte)'0';
        return 1;
    }
}
