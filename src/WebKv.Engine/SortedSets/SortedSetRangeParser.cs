using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.SortedSets;

/// <summary>Reads ranges of sorted sets from command lines.</summary>
internal static class SortedSetRangeParser
{
    /// <summary>Two ends, of the kind that the command's name says.</summary>
    public static Error? ParseEnds(
        ref ArgReader arguments, SortedSetOrder by, bool reverse, out SortedSetRange range)
    {
        ReadOnlySpan<byte> begin = arguments.Next();
        return ParseEnds(begin, arguments.Next(), by, reverse, out range);
    }

    /// <summary>Two ends and the words behind them: those of ZRANGE, which say the kind, or those of an older command,
    /// whose name says it.</summary>
    /// <param name="arguments">What follows the key.</param>
    /// <param name="fixedBy">The kind, if the name says it.</param>
    /// <param name="fixedReverse">The direction, if the name says the kind.</param>
    /// <param name="range">The range.</param>
    /// <param name="withScores">WITHSCORES; refused where it means nothing.</param>
    public static Error? Parse(
        ref ArgReader arguments,
        SortedSetOrder? fixedBy,
        bool fixedReverse,
        out SortedSetRange range,
        out bool withScores)
    {
        range = default;
        ReadOnlySpan<byte> begin = arguments.Next();
        ReadOnlySpan<byte> end = arguments.Next();
        var words = new Words { By = fixedBy ?? SortedSetOrder.Rank, Reverse = fixedReverse, Limit = -1 };
        Error? error = words.Parse(ref arguments, namesOrder: fixedBy is null);
        withScores = words.WithScores;
        if (error is null && words.HasLimit && words.By == SortedSetOrder.Rank)
            error = SortedSetErrors.LimitOfRanks;
        if (error is null && withScores && words.By == SortedSetOrder.Member)
            error = SortedSetErrors.ScoresOfMembers;
        error ??= ParseEnds(begin, end, words.By, words.Reverse, out range);
        if (error is null && words.HasLimit)
            range = range.WithLimit(words.Offset, words.Limit);
        return error;
    }

    private static Error? ParseEnds(
        ReadOnlySpan<byte> begin, ReadOnlySpan<byte> end, SortedSetOrder by, bool reverse, out SortedSetRange range)
    {
        range = default;
        // Ranks are counted from where the walk begins; of scores and members the low end is wanted first.
        if (by == SortedSetOrder.Rank)
        {
            if (!Numbers.TryParseInteger(begin, out long start) || !Numbers.TryParseInteger(end, out long stop))
                return CommonErrors.IntegerArgument;
            range = SortedSetRange.OfRanks(start, stop, reverse);
            return null;
        }
        ReadOnlySpan<byte> low = reverse ? end : begin;
        ReadOnlySpan<byte> high = reverse ? begin : end;
        if (by == SortedSetOrder.Score)
        {
            if (!ScoreLimit.TryParse(low, out ScoreLimit min) || !ScoreLimit.TryParse(high, out ScoreLimit max))
                return SortedSetErrors.ScoreLimit;
            range = SortedSetRange.OfScores(min, max, reverse);
            return null;
        }
        if (!MemberLimit.TryParse(low, out MemberLimit first) || !MemberLimit.TryParse(high, out MemberLimit last))
            return SortedSetErrors.MemberLimit;
        range = SortedSetRange.OfMembers(first, last, reverse);
        return null;
    }

    private struct Words
    {
        public SortedSetOrder By;
        public bool Reverse;
        public bool WithScores;
        public bool HasLimit;
        public long Offset;
        public long Limit;

        public Error? Parse(ref ArgReader arguments, bool namesOrder)
        {
            while (arguments.HasNext)
            {
                Error? error = null;
                if (arguments.TryKeyword("WITHSCORES"u8))
                    WithScores = true;
                else if (arguments.Remaining >= 3 && arguments.TryKeyword("LIMIT"u8))
                    error = ParseLimit(ref arguments);
                else if (!namesOrder || !TryParseOrder(ref arguments))
                    error = CommonErrors.Syntax;
                if (error is not null)
                    return error;
            }
            return null;
        }

        private Error? ParseLimit(ref ArgReader arguments)
        {
            HasLimit = true;
            return arguments.NextInteger(out Offset) ?? arguments.NextInteger(out Limit);
        }

        // Each of them once.
        private bool TryParseOrder(ref ArgReader arguments)
        {
            if (!Reverse && arguments.TryKeyword("REV"u8))
                Reverse = true;
            else if (By == SortedSetOrder.Rank && arguments.TryKeyword("BYSCORE"u8))
                By = SortedSetOrder.Score;
            else if (By == SortedSetOrder.Rank && arguments.TryKeyword("BYLEX"u8))
                By = SortedSetOrder.Member;
            else
                return false;
            return true;
        }
    }
}
