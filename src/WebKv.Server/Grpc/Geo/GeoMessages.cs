using WebKv.Engine.Geo;
using WebKv.Engine.SortedSets;
using WebKv.V1;
using GeoPoint = WebKv.Engine.Geo.GeoPoint;
using GeoQuery = WebKv.Engine.Geo.GeoQuery;
using GeoUnit = WebKv.Engine.Geo.GeoUnit;

namespace WebKv.Server.Grpc.Geo;

/// <summary>What messages say of places, in the engine's terms, and back. All of it has been checked.</summary>
internal static class GeoMessages
{
    public static GeoPoint PointOf(V1.GeoPoint point) => new(point.Longitude, point.Latitude);

    public static V1.GeoPoint MessageOf(GeoPoint point) =>
        new() { Longitude = point.Longitude, Latitude = point.Latitude };

    public static GeoUnit UnitOf(V1.GeoUnit unit) => unit switch
    {
        V1.GeoUnit.Kilometers => GeoUnit.Kilometers,
        V1.GeoUnit.Feet => GeoUnit.Feet,
        V1.GeoUnit.Miles => GeoUnit.Miles,
        _ => GeoUnit.Meters,
    };

    public static ScoreConditions ConditionsOf(GeoCondition condition) => condition switch
    {
        GeoCondition.IfAbsent => ScoreConditions.IfAbsent,
        GeoCondition.IfPresent => ScoreConditions.IfPresent,
        _ => ScoreConditions.None,
    };

    public static GeoQuery QueryOf(V1.GeoQuery query)
    {
        GeoUnit unit = UnitOf(query.Unit);
        return new GeoQuery
        {
            Center = query.CenterCase == V1.GeoQuery.CenterOneofCase.Member
                ? new GeoCenter(query.Member.Span)
                : new GeoCenter(PointOf(query.Point)),
            Shape = query.ShapeCase == V1.GeoQuery.ShapeOneofCase.Radius
                ? GeoShape.Circle(query.Radius, unit)
                : GeoShape.Box(query.Box.Width, query.Box.Height, unit),
            Sort = query.Order switch
            {
                GeoOrder.Nearest => GeoSort.Ascending,
                GeoOrder.Farthest => GeoSort.Descending,
                _ => GeoSort.None,
            },
            Count = query.Limit,
            Any = query.Any,
        };
    }
}
