using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>The options of XCLAIM.</summary>
public readonly record struct ClaimOptions
{
    /// <summary>TIME, or now less IDLE: when the entries count as delivered; null for the present time.</summary>
    public long? DeliveredMs { get; init; }

    /// <summary>IDLE: how long ago they count as delivered.</summary>
    public long? IdleMs { get; init; }

    /// <summary>RETRYCOUNT: how often they count as delivered; null counts this time, unless JUSTID.</summary>
    public long? Deliveries { get; init; }

    /// <summary>FORCE: claim also what is not pending.</summary>
    public bool Force { get; init; }

    /// <summary>JUSTID: tell ids only, and do not count a delivery.</summary>
    public bool IdsOnly { get; init; }

    /// <summary>LASTID: the group has been given everything up to here.</summary>
    public StreamId LastId { get; init; }

    internal static Error? Parse(ref ArgReader arguments, out ClaimOptions options)
    {
        options = default;
        Error? error = null;
        while (error is null && arguments.HasNext)
        {
            if (arguments.TryKeyword("FORCE"u8))
                options = options with { Force = true };
            else if (arguments.TryKeyword("JUSTID"u8))
                options = options with { IdsOnly = true };
            else if (arguments.Remaining < 2)
                error = StreamErrors.UnknownClaimOption(arguments.Peek());
            else
                error = ParseWithValue(ref arguments, ref options);
        }
        return error;
    }

    /// <summary>The time of delivery; one that lies ahead is now.</summary>
    internal long ResolveTime(CommandContext context)
    {
        long wanted = DeliveredMs ?? (IdleMs is { } idle ? context.NowMs - idle : context.NowMs);
        bool possible = wanted >= 0 && (wanted <= context.NowMs || context.IsReplay);
        return possible ? wanted : context.NowMs;
    }

    private static Error? ParseWithValue(ref ArgReader arguments, ref ClaimOptions options)
    {
        long value;
        if (arguments.TryKeyword("IDLE"u8))
        {
            Error? error = ParseInteger(ref arguments, "IDLE", out value);
            options = options with { IdleMs = value, DeliveredMs = null };
            return error;
        }
        if (arguments.TryKeyword("TIME"u8))
        {
            Error? error = ParseInteger(ref arguments, "TIME", out value);
            options = options with { DeliveredMs = value, IdleMs = null };
            return error;
        }
        if (arguments.TryKeyword("RETRYCOUNT"u8))
        {
            Error? error = ParseInteger(ref arguments, "RETRYCOUNT", out value);
            options = options with { Deliveries = value < 0 ? null : value };
            return error;
        }
        if (arguments.TryKeyword("LASTID"u8))
        {
            Error? error = StreamIds.Parse(arguments.Next(), out StreamId lastId);
            options = options with { LastId = lastId };
            return error;
        }
        return StreamErrors.UnknownClaimOption(arguments.Peek());
    }

    private static Error? ParseInteger(ref ArgReader arguments, string name, out long value) =>
        arguments.NextInteger(out value) is null ? null : StreamErrors.InvalidClaimOption(name);
}
