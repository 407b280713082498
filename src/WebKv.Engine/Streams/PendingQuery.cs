using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Which of the entries that a group has pending are wanted.</summary>
public readonly record struct PendingQuery
{
    private const int ArgumentsMin = 3;

    public StreamId Start { get; init; }

    public StreamId End { get; init; }

    public long CountMax { get; init; }

    /// <summary>How long ago they must have been delivered last.</summary>
    public long MinIdleMs { get; init; }

    internal static Error? Parse(ref ArgReader arguments, out PendingQuery query)
    {
        query = default;
        long minIdleMs = 0;
        Error? error = null;
        if (arguments.TryKeyword("IDLE"u8))
            error = arguments.NextInteger(out minIdleMs);
        if (error is not null || arguments.Remaining < ArgumentsMin)
            return error ?? CommonErrors.Syntax;
        ReadOnlySpan<byte> first = arguments.Next();
        ReadOnlySpan<byte> last = arguments.Next();
        error = arguments.NextInteger(out long count);
        if (error is not null)
            return error;
        error = StreamIds.ParseStart(first, out StreamId start);
        if (error is not null)
            return error;
        error = StreamIds.ParseEnd(last, out StreamId end);
        query = new PendingQuery { Start = start, End = end, CountMax = Math.Max(0, count), MinIdleMs = minIdleMs };
        return error;
    }
}
