using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Strings;

/// <summary>The range of a BITCOUNT or BITPOS: [start [end [BYTE | BIT]]].</summary>
/// <param name="Start">First position; negative from the end.</param>
/// <param name="End">Last position; null for the end of the string.</param>
/// <param name="Unit">What the positions count.</param>
internal readonly record struct BitRangeOptions(long Start, long? End, BitUnit Unit)
{
    public static Error? Parse(ref ArgReader arguments, bool endMayBeLeftOut, out BitRangeOptions options)
    {
        options = default;
        int given = arguments.Remaining;
        if (given == 0)
            return null;
        if (given > 3 || (given == 1 && !endMayBeLeftOut))
            return CommonErrors.Syntax;
        long end = 0;
        Error? error = arguments.NextInteger(out long start);
        if (error is null && given > 1)
            error = arguments.NextInteger(out end);
        if (error is not null)
            return error;
        options = new BitRangeOptions(start, given > 1 ? end : null, BitUnit.Byte);
        return ParseUnit(ref arguments, ref options);
    }

    /// <summary>The bits that the range means in a string of a given length.</summary>
    public IndexRange In(int length) => Unit == BitUnit.Bit
        ? IndexRange.OfBitmap(Start, End ?? -1, length * 8L)
        : IndexRange.OfBitmap(Start, End ?? -1, length).BytesToBits();

    private static Error? ParseUnit(ref ArgReader arguments, ref BitRangeOptions options)
    {
        if (!arguments.HasNext || arguments.TryKeyword("BYTE"u8))
            return null;
        options = options with { Unit = BitUnit.Bit };
        return arguments.TryKeyword("BIT"u8) ? null : CommonErrors.Syntax;
    }
}
