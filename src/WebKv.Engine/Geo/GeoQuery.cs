using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>A search for members near a place: what GEOSEARCH and GEOSEARCHSTORE have in common.</summary>
public readonly ref struct GeoQuery
{
    public required GeoCenter Center { get; init; }

    public required GeoShape Shape { get; init; }

    public GeoSort Sort { get; init; }

    /// <summary>So many members at most, the nearest or those that the sorting puts first; 0 for all.</summary>
    public long Count { get; init; }

    /// <summary>ANY: the first so many that are found will do.</summary>
    public bool Any { get; init; }

    /// <summary>Finds members in a set; their names are appended to the replies. A set that does not exist has none,
    /// and no centre is looked for in it.</summary>
    internal Error? Find(CommandContext context, Key key, out List<GeoMatch> matches)
    {
        matches = [];
        if (SortedSetView.Find(context, key, out SortedSetView set) is { } error)
            return error;
        if (set.Count == 0)
            return null;
        GeoPoint center = Center.Point;
        if (Center.IsMember && !TryFindMember(set, out center))
            return GeoErrors.NoSuchMember;
        Collect(context.Replies, set, new GeoArea(center, Shape), matches);
        Order(matches);
        return null;
    }

    private bool TryFindMember(SortedSetView set, out GeoPoint center)
    {
        SortedSetPlace place = set.Find(Center.Member);
        center = place.Exists ? GeoCode.Decode(place.Score) : default;
        return place.Exists;
    }

    private void Collect(ReplyBuffer replies, SortedSetView set, GeoArea area, List<GeoMatch> matches)
    {
        foreach ((double first, double behind) in area.ScoreRanges())
        {
            var range = SortedSetRange.OfScores(new ScoreLimit(first), new ScoreLimit(behind, Exclusive: true));
            for (SortedSetCursor elements = set.Walk(range.In(set)); elements.MoveNext();)
            {
                if (!area.Contains(GeoCode.Decode(elements.Score), out double meters))
                    continue;
                matches.Add(new GeoMatch(replies.EntryCount, elements.Score, meters));
                replies.Append(elements.Member);
                if (Any && matches.Count == Count)
                    return;
            }
        }
    }

    // Stable, so that members at the same distance come in the order of their places.
    private void Order(List<GeoMatch> matches)
    {
        bool nearestFirst = Sort == GeoSort.Ascending || (Sort == GeoSort.None && Count > 0 && !Any);
        if (nearestFirst)
            matches.Sort(static (left, right) => Compare(left, right, left.Meters.CompareTo(right.Meters)));
        else if (Sort == GeoSort.Descending)
            matches.Sort(static (left, right) => Compare(left, right, right.Meters.CompareTo(left.Meters)));
        if (Count > 0 && matches.Count > Count)
            matches.RemoveRange((int)Count, matches.Count - (int)Count);
    }

    private static int Compare(GeoMatch left, GeoMatch right, int order) =>
        order != 0 ? order : left.Entry.CompareTo(right.Entry);
}
