using WebKv.Engine.SortedSets;
using WebKv.V1;
using SortedSetRange = WebKv.Engine.SortedSets.SortedSetRange;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>Ranges of requests as commands take them; requests have passed validation.</summary>
internal static class SortedSetRanges
{
    public static SortedSetRange Of(V1.SortedSetRange range, bool reverse = false) => range.KindCase switch
    {
        V1.SortedSetRange.KindOneofCase.Ranks => SortedSetRange.OfRanks(
            range.Ranks.Start, range.Ranks.HasStop ? range.Ranks.Stop : -1, reverse),
        V1.SortedSetRange.KindOneofCase.Scores => SortedSetRange.OfScores(
            Of(range.Scores.Min, double.NegativeInfinity), Of(range.Scores.Max, double.PositiveInfinity), reverse),
        _ => SortedSetRange.OfMembers(
            range.Members.Min is null ? MemberLimit.Lowest : Of(range.Members.Min),
            range.Members.Max is null ? MemberLimit.Highest : Of(range.Members.Max),
            reverse),
    };

    private static ScoreLimit Of(ScoreBound? bound, double open) =>
        bound is null ? new ScoreLimit(open) : new ScoreLimit(bound.Value, bound.Exclusive);

    private static MemberLimit Of(MemberBound bound) => new(bound.Value.Span, bound.Exclusive);
}
