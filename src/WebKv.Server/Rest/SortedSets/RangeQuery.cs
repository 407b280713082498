using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.SortedSets;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The range that a URL asks for: parameters by, min, max, minExclusive and maxExclusive.</summary>
internal static class RangeQuery
{
    public static SortedSetRange Read(scoped ref UrlInput url, bool reverse, bool allowsRanks)
    {
        SortedSetOrder by = ReadOrder(ref url, allowsRanks);
        bool minExclusive = url.Flag("minExclusive");
        bool maxExclusive = url.Flag("maxExclusive");
        if (by == SortedSetOrder.Rank && (minExclusive || maxExclusive))
            url.Refuse("by", "positions are always included.");
        switch (by)
        {
            case SortedSetOrder.Rank:
                return SortedSetRange.OfRanks(url.Integer("min") ?? 0, url.Integer("max") ?? -1, reverse);
            case SortedSetOrder.Score:
                return SortedSetRange.OfScores(
                    new ScoreLimit(ReadScore(ref url, "min", double.NegativeInfinity), minExclusive),
                    new ScoreLimit(ReadScore(ref url, "max", double.PositiveInfinity), maxExclusive),
                    reverse);
            default:
                byte[]? min = url.Bytes("min");
                byte[]? max = url.Bytes("max");
                return SortedSetRange.OfMembers(
                    min is null ? MemberLimit.Lowest : new MemberLimit(min, minExclusive),
                    max is null ? MemberLimit.Highest : new MemberLimit(max, maxExclusive),
                    reverse);
        }
    }

    /// <summary>The same with the parameters rev, offset and limit.</summary>
    public static SortedSetRange ReadWithLimit(scoped ref UrlInput url)
    {
        SortedSetRange range = Read(ref url, url.Flag("rev"), allowsRanks: true);
        long? offset = url.Integer("offset", min: 0);
        long? limit = url.Integer("limit", min: 1);
        if (offset is null && limit is null)
            return range;
        if (range.By == SortedSetOrder.Rank)
            url.Refuse("by", "offset and limit go with scores and members; positions say it themselves.");
        return range.WithLimit(offset ?? 0, limit ?? -1);
    }

    private static SortedSetOrder ReadOrder(scoped ref UrlInput url, bool allowsRanks) => allowsRanks
        ? (SortedSetOrder)(url.Word("by", "rank", "score", "lex") ?? 0)
        : (SortedSetOrder)(1 + (url.Word("by", "score", "lex") ?? 0));

    private static double ReadScore(scoped ref UrlInput url, string name, double open)
    {
        if (url.Text(name) is not { } text)
            return open;
        if (Numbers.TryParseFloat(Encoding.UTF8.GetBytes(text), out double score))
            return score;
        url.Refuse(name, "must be a number, inf or -inf.");
        return open;
    }
}
