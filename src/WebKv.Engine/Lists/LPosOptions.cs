using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Lists;

/// <summary>The options of LPOS, in any order; one that comes twice counts as said last.</summary>
internal readonly record struct LPosOptions(long Rank, long? Count, long ComparisonsMax)
{
    public static Error? Parse(ref ArgReader arguments, out LPosOptions options)
    {
        options = new LPosOptions(Rank: 1, Count: null, ComparisonsMax: 0);
        while (arguments.HasNext)
        {
            Error? error;
            if (arguments.Remaining < 2)
                error = CommonErrors.Syntax;
            else if (arguments.TryKeyword("RANK"u8))
                error = ParseRank(ref arguments, ref options);
            else if (arguments.TryKeyword("COUNT"u8))
                error = ParseCount(ref arguments, ref options);
            else if (arguments.TryKeyword("MAXLEN"u8))
                error = ParseLength(ref arguments, ref options);
            else
                error = CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        return null;
    }

    private static Error? ParseRank(ref ArgReader arguments, ref LPosOptions options)
    {
        Error? error = arguments.NextInteger(out long rank);
        options = options with { Rank = rank };
        return error ?? rank switch
        {
            0 => ListErrors.RankZero,
            long.MinValue => ListErrors.RankRange,
            _ => null,
        };
    }

    private static Error? ParseCount(ref ArgReader arguments, ref LPosOptions options)
    {
        bool isCount = arguments.NextInteger(out long count) is null && count >= 0;
        options = options with { Count = count };
        return isCount ? null : ListErrors.CountNegative;
    }

    private static Error? ParseLength(ref ArgReader arguments, ref LPosOptions options)
    {
        bool isLength = arguments.NextInteger(out long length) is null && length >= 0;
        options = options with { ComparisonsMax = length };
        return isLength ? null : ListErrors.LengthNegative;
    }
}
