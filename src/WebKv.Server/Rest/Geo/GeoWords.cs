using WebKv.Engine.Geo;
using WebKv.Engine.SortedSets;

namespace WebKv.Server.Rest.Geo;

/// <summary>What bodies and queries say of places, in the engine's terms. All of it has been checked.</summary>
internal static class GeoWords
{
    public const string IfAbsent = "ifAbsent";
    public const string IfPresent = "ifPresent";
    public const string Nearest = "nearest";
    public const string Farthest = "farthest";

    /// <summary>In the order of <see cref="GeoUnit"/>.</summary>
    public static readonly string[] Units = ["m", "km", "ft", "mi"];

    public static GeoUnit UnitOf(string? word) => word is null ? GeoUnit.Meters : (GeoUnit)Units.IndexOf(word);

    public static ScoreConditions ConditionsOf(string? mode) => mode switch
    {
        IfAbsent => ScoreConditions.IfAbsent,
        IfPresent => ScoreConditions.IfPresent,
        _ => ScoreConditions.None,
    };

    public static GeoQuery QueryOf(GeoSearchRequest search)
    {
        GeoUnit unit = UnitOf(search.Unit);
        return new GeoQuery
        {
            Center = search.Member is { } member
                ? new GeoCenter(member.Bytes)
                : new GeoCenter(new GeoPoint(search.Point!.Longitude!.Value, search.Point.Latitude!.Value)),
            Shape = search.Radius is { } radius
                ? GeoShape.Circle(radius, unit)
                : GeoShape.Box(search.Box!.Width!.Value, search.Box.Height!.Value, unit),
            Sort = search.Order switch
            {
                Nearest => GeoSort.Ascending,
                Farthest => GeoSort.Descending,
                _ => GeoSort.None,
            },
            Count = search.Limit ?? 0,
            Any = search.Any == true,
        };
    }
}
