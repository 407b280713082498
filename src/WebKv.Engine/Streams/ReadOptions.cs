using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Streams;

/// <summary>The options of XREAD and XREADGROUP that stand before the keys.</summary>
internal readonly record struct ReadOptions(long CountMax, long? BlockMs, bool NoAck, bool HasGroup)
{
    /// <summary>Takes the next option, which there must be.</summary>
    public static Error? ParseNext(ref ArgReader arguments, bool ofGroup, ref ReadOptions options)
    {
        if (arguments.Remaining > 1 && arguments.TryKeyword("COUNT"u8))
        {
            Error? error = arguments.NextInteger(out long count);
            options = options with { CountMax = Math.Max(0, count) };
            return error;
        }
        if (arguments.Remaining > 1 && arguments.TryKeyword("BLOCK"u8))
        {
            if (arguments.NextInteger(out long timeoutMs) is not null)
                return StreamErrors.TimeoutInvalid;
            options = options with { BlockMs = timeoutMs };
            return timeoutMs < 0 ? StreamErrors.TimeoutNegative : null;
        }
        if (!arguments.TryKeyword("NOACK"u8))
            return CommonErrors.Syntax;
        options = options with { NoAck = true };
        return ofGroup ? null : StreamErrors.NoAckOnlyInReadGroup;
    }
}
