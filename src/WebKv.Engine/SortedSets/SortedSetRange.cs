using WebKv.Engine.Execution;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// Which elements of a sorted set are meant: by rank, score or member, from either end, with an offset and a limit.
/// </summary>
/// <remarks>
/// Any of them is a first rank and a count, found in O(log n); whoever reads, counts, copies or removes a range does
/// not know which it was. Ends are given as low and high, whatever the direction.
/// </remarks>
public readonly ref struct SortedSetRange
{
    public required SortedSetOrder By { get; init; }

    /// <summary>First position in walking direction; negative ones count from the end. For ranks.</summary>
    public long Start { get; init; }

    /// <summary>Last position, itself included.</summary>
    public long Stop { get; init; }

    public ScoreLimit Min { get; init; }

    public ScoreLimit Max { get; init; }

    public MemberLimit First { get; init; }

    public MemberLimit Last { get; init; }

    /// <summary>From the high end to the low one.</summary>
    public bool Reverse { get; init; }

    /// <summary>Elements left out at the beginning; with a negative one there are none left. Not for ranks.</summary>
    public long Offset { get; init; }

    /// <summary>Elements at most; negative for all. Not for ranks.</summary>
    public long Limit { get; init; }

    public static SortedSetRange OfRanks(long start, long stop, bool reverse = false) =>
        new() { By = SortedSetOrder.Rank, Start = start, Stop = stop, Reverse = reverse, Limit = -1 };

    public static SortedSetRange OfScores(ScoreLimit min, ScoreLimit max, bool reverse = false) =>
        new() { By = SortedSetOrder.Score, Min = min, Max = max, Reverse = reverse, Limit = -1 };

    public static SortedSetRange OfMembers(MemberLimit first, MemberLimit last, bool reverse = false) =>
        new() { By = SortedSetOrder.Member, First = first, Last = last, Reverse = reverse, Limit = -1 };

    public SortedSetRange WithLimit(long offset, long limit) => new()
    {
        By = By,
        Start = Start,
        Stop = Stop,
        Min = Min,
        Max = Max,
        First = First,
        Last = Last,
        Reverse = Reverse,
        Offset = offset,
        Limit = limit,
    };

    internal RankSpan In(SortedSetView set) => By switch
    {
        SortedSetOrder.Rank => OfRanks(set.Count),
        SortedSetOrder.Score => Limited(
            set.CountBelow(Min.Value, orEqual: Min.Exclusive),
            set.CountBelow(Max.Value, orEqual: !Max.Exclusive)),
        _ => Limited(First.RankIn(set, isEnd: false), Last.RankIn(set, isEnd: true)),
    };

    /// <summary>Adds the range to an effect, as the words of ZRANGESTORE.</summary>
    internal void Log(CommandContext context)
    {
        LogEnds(context);
        if (By != SortedSetOrder.Rank)
            context.LogArgument(By == SortedSetOrder.Score ? "BYSCORE"u8 : "BYLEX"u8);
        if (Reverse)
            context.LogArgument("REV"u8);
        if (By == SortedSetOrder.Rank)
            return;
        context.LogArgument("LIMIT"u8);
        context.LogArgument(Offset);
        context.LogArgument(Limit);
    }

    /// <summary>Number of arguments that <see cref="Log"/> adds.</summary>
    internal int LoggedCount => 2 + (By == SortedSetOrder.Rank ? 0 : 4) + (Reverse ? 1 : 0);

    private RankSpan OfRanks(long count)
    {
        long start = Start < 0 ? Math.Max(count + Start, 0) : Start;
        long stop = Stop < 0 ? count + Stop : Math.Min(Stop, count - 1);
        long length = start > stop ? 0 : stop - start + 1;
        return new RankSpan(Reverse ? count - 1 - start : start, length, Reverse);
    }

    private RankSpan Limited(long low, long high)
    {
        long length = Offset < 0 ? 0 : Math.Max(high - low - Offset, 0);
        if (Limit >= 0)
            length = Math.Min(length, Limit);
        return new RankSpan(Reverse ? high - 1 - Offset : low + Offset, length, Reverse);
    }

    // The words of ZRANGESTORE name the end first at which the walk begins.
    private void LogEnds(CommandContext context)
    {
        switch (By)
        {
            case SortedSetOrder.Rank:
                context.LogArgument(Start);
                context.LogArgument(Stop);
                break;
            case SortedSetOrder.Score:
                Span<byte> room = stackalloc byte[ScoreLimit.TextMax];
                context.LogArgument((Reverse ? Max : Min).Format(room));
                context.LogArgument((Reverse ? Min : Max).Format(room));
                break;
            default:
                LogMember(context, Reverse ? Last : First);
                LogMember(context, Reverse ? First : Last);
                break;
        }
    }

    private static void LogMember(CommandContext context, MemberLimit limit)
    {
        Span<byte> text = context.Replies.Reserve(limit.TextLength);
        limit.Format(text);
        context.LogArgument(text);
    }
}
