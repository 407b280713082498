using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// MAXLEN or MINID with what belongs to them: how a stream is to be cut at its old end. Default is not at all.
/// </summary>
public readonly record struct TrimOptions
{
    private const int ChunksOfLimit = 100;
    private const int LimitMax = 1_000_000;

    /// <summary>Entries that may stay; null without MAXLEN.</summary>
    public long? LengthMax { get; init; }

    /// <summary>Lowest id that may stay; null without MINID.</summary>
    public StreamId? IdMin { get; init; }

    /// <summary>"~": whole chunks only.</summary>
    public bool Approximate { get; init; }

    /// <summary>Entries to be taken out at most, 0 for any number; null leaves it to the engine.</summary>
    public long? Limit { get; init; }

    public bool IsSet => LengthMax is not null || IdMin is not null;

    /// <summary>Takes the next words if they are MAXLEN, MINID or LIMIT with what follows.</summary>
    public static bool TryParse(ref ArgReader arguments, ref TrimOptions options, out Error? error)
    {
        error = null;
        if (arguments.Remaining < 2)
            return false;
        if (arguments.TryKeyword("MAXLEN"u8))
            error = ParseLengthMax(ref arguments, ref options);
        else if (arguments.TryKeyword("MINID"u8))
            error = ParseIdMin(ref arguments, ref options);
        else if (arguments.TryKeyword("LIMIT"u8))
            error = ParseLimit(ref arguments, ref options);
        else
            return false;
        return true;
    }

    /// <summary>Whether the options go together.</summary>
    public Error? Check()
    {
        if (LengthMax is not null && IdMin is not null)
            return StreamErrors.TrimTwice;
        if (LengthMax < 0)
            return StreamErrors.MaxLenNegative;
        if (Limit < 0)
            return StreamErrors.LimitNegative;
        if (Limit is not null && !IsSet)
            return StreamErrors.LimitWithoutTrim;
        return Limit is not null && !Approximate ? StreamErrors.LimitWithoutApproximation : null;
    }

    /// <summary>Cuts a stream; returns how many entries that took out. The caller has checked that it is set.</summary>
    internal long Apply(CommandContext context, StreamCollection stream)
    {
        long unasked = Math.Min(LimitMax, ChunksOfLimit * (long)context.Engine.Options.Packing.StreamChunkEntries);
        return stream.Trim(new StreamTrim
        {
            LengthMax = LengthMax,
            IdMin = IdMin.GetValueOrDefault(),
            WholeChunks = Approximate,
            Limit = Limit ?? (Approximate ? unasked : 0),
        });
    }

    private static Error? ParseLengthMax(ref ArgReader arguments, ref TrimOptions options)
    {
        if (options.IsSet)
            return StreamErrors.TrimTwice;
        options = options with { Approximate = ParseApproximate(ref arguments) };
        if (arguments.NextInteger(out long length) is { } error)
            return error;
        options = options with { LengthMax = length };
        return length < 0 ? StreamErrors.MaxLenNegative : null;
    }

    private static Error? ParseIdMin(ref ArgReader arguments, ref TrimOptions options)
    {
        if (options.IsSet)
            return StreamErrors.TrimTwice;
        options = options with { Approximate = ParseApproximate(ref arguments) };
        Error? error = StreamIds.Parse(arguments.Next(), out StreamId id);
        options = options with { IdMin = id };
        return error;
    }

    private static Error? ParseLimit(ref ArgReader arguments, ref TrimOptions options)
    {
        if (arguments.NextInteger(out long limit) is { } error)
            return error;
        options = options with { Limit = limit };
        return limit < 0 ? StreamErrors.LimitNegative : null;
    }

    private static bool ParseApproximate(ref ArgReader arguments)
    {
        if (arguments.Remaining < 2)
            return false;
        bool approximate = arguments.TryKeyword("~"u8);
        if (!approximate)
            arguments.TryKeyword("="u8);
        return approximate;
    }
}
