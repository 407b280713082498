using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Which entries of a stream are wanted, in which order.</summary>
public readonly record struct RangeQuery
{
    public StreamId Start { get; init; }

    public StreamId End { get; init; }

    public bool Backward { get; init; }

    /// <summary>Entries at most; null for all.</summary>
    public long? CountMax { get; init; }

    internal static Error? Parse(ref ArgReader arguments, bool backward, out RangeQuery query)
    {
        query = default;
        ReadOnlySpan<byte> first = arguments.Next();
        ReadOnlySpan<byte> second = arguments.Next();
        Error? error = StreamIds.ParseStart(backward ? second : first, out StreamId start);
        if (error is not null)
            return error;
        error = StreamIds.ParseEnd(backward ? first : second, out StreamId end);
        if (error is not null)
            return error;
        long? countMax = null;
        while (arguments.HasNext)
        {
            if (arguments.Remaining < 2 || !arguments.TryKeyword("COUNT"u8))
                return CommonErrors.Syntax;
            error = arguments.NextInteger(out long count);
            if (error is not null)
                return error;
            countMax = Math.Max(0, count);
        }
        query = new RangeQuery { Start = start, End = end, Backward = backward, CountMax = countMax };
        return null;
    }

    internal Error? Run(CommandContext context, Key key, out EntriesReply reply)
    {
        Error? error = StreamKeys.Find(context, key, out StreamCollection? stream);
        reply = default;
        if (error is not null || stream is null)
            return error;
        reply = CountMax == 0
            ? new EntriesReply(context.Replies, 0, 0, isNull: true)
            : EntriesReply.Copy(context.Replies, stream.Range(Start, End, Backward), CountMax ?? 0);
        return null;
    }
}
