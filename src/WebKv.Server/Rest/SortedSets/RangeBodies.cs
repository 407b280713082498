using WebKv.Engine.SortedSets;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Ranges of bodies as commands take them.</summary>
internal static class RangeBodies
{
    /// <summary>The one that is given.</summary>
    public static SortedSetRange Of(RankRange? ranks, ScoreRange? scores, MemberRange? members, bool reverse)
    {
        if (ranks is not null)
            return SortedSetRange.OfRanks(ranks.Start ?? 0, ranks.Stop ?? -1, reverse);
        return scores is not null ? Of(scores, reverse) : Of(members!, reverse);
    }

    private static SortedSetRange Of(ScoreRange range, bool reverse) => SortedSetRange.OfScores(
        new ScoreLimit(range.Min?.Value ?? double.NegativeInfinity, range.MinExclusive == true),
        new ScoreLimit(range.Max?.Value ?? double.PositiveInfinity, range.MaxExclusive == true),
        reverse);

    private static SortedSetRange Of(MemberRange range, bool reverse) => SortedSetRange.OfMembers(
        range.Min is null ? MemberLimit.Lowest : new MemberLimit(range.Min.Bytes, range.MinExclusive == true),
        range.Max is null ? MemberLimit.Highest : new MemberLimit(range.Max.Bytes, range.MaxExclusive == true),
        reverse);
}
