using WebKv.Engine.Commands;

namespace WebKv.Engine.SortedSets;

/// <summary>One end of a range of scores.</summary>
/// <param name="Value">The score; may be infinite.</param>
/// <param name="Exclusive">Whether elements with this score are left out.</param>
public readonly record struct ScoreLimit(double Value, bool Exclusive = false)
{
    internal const int TextMax = Numbers.FormattedDoubleMax + 1;

    /// <summary>Reads "1.5", "(1.5" or "-inf".</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out ScoreLimit limit)
    {
        bool exclusive = !text.IsEmpty && text[0] == '(';
        bool isNumber = Numbers.TryParseFloat(exclusive ? text[1..] : text, out double value);
        limit = new ScoreLimit(value, exclusive);
        return isNumber;
    }

    internal ReadOnlySpan<byte> Format(Span<byte> room)
    {
        room[0] = (byte)'(';
        int written = Numbers.Format(Value, room[1..]);
        return Exclusive ? room[..(1 + written)] : room[1..(1 + written)];
    }
}
