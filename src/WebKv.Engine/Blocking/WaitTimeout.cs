using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Blocking;

/// <summary>The timeout argument of blocking commands: seconds with a fraction, 0 for ever.</summary>
public static class WaitTimeout
{
    private static readonly Error NotANumber = new(ErrorCode.InvalidArgument,
        "ERR timeout is not a float or out of range");

    private static readonly Error Negative = new(ErrorCode.InvalidArgument, "ERR timeout is negative");

    private static readonly Error OutOfRange = new(ErrorCode.InvalidArgument, "ERR timeout is out of range");

    /// <summary>Reads seconds and gives milliseconds, rounded up: a timeout of a microsecond does not become for
    /// ever.</summary>
    public static Error? Parse(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        if (!Numbers.TryParseFloat(text, out double seconds))
            return NotANumber;
        if (seconds < 0)
            return Negative;
        double exact = Math.Ceiling(seconds * 1000);
        if (exact > long.MaxValue / 2)
            return OutOfRange;
        milliseconds = (long)exact;
        return null;
    }

    /// <summary>Reads whole milliseconds (XREAD BLOCK).</summary>
    public static Error? ParseMilliseconds(ReadOnlySpan<byte> text, out long milliseconds)
    {
        if (!Numbers.TryParseInteger(text, out milliseconds))
            return NotAnInteger;
        return milliseconds < 0 ? Negative : null;
    }

    private static readonly Error NotAnInteger = new(ErrorCode.InvalidArgument,
        "ERR timeout is not an integer or out of range");
}
