using WebKv.Engine.Commands;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>The commands on places, one line each.</summary>
public static class GeoCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<GeoAdd, ZAddReply>()
        .Add<GeoDist, DistanceReply>()
        .Add<GeoHash, BulksReply>()
        .Add<GeoPos, PointsReply>()
        .Add<GeoSearch, GeoSearchReply>()
        .Add<GeoSearchStore, IntegerReply>();
}
