using System.Globalization;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Geo;

/// <summary>The errors of the commands on places.</summary>
internal static class GeoErrors
{
    public static readonly Error Unit = new(ErrorCode.InvalidArgument,
        "ERR unsupported unit provided. please use M, KM, FT, MI");

    public static readonly Error Radius = new(ErrorCode.InvalidArgument, "ERR need numeric radius");

    public static readonly Error NegativeRadius = new(ErrorCode.InvalidArgument, "ERR radius cannot be negative");

    public static readonly Error Width = new(ErrorCode.InvalidArgument, "ERR need numeric width");

    public static readonly Error Height = new(ErrorCode.InvalidArgument, "ERR need numeric height");

    public static readonly Error NegativeBox =
        new(ErrorCode.InvalidArgument, "ERR height or width cannot be negative");

    public static readonly Error Count = new(ErrorCode.InvalidArgument, "ERR COUNT must be > 0");

    public static readonly Error AnyWithoutCount =
        new(ErrorCode.InvalidArgument, "ERR the ANY argument requires COUNT argument");

    public static readonly Error NoSuchMember =
        new(ErrorCode.InvalidArgument, "ERR could not decode requested zset member");

    public static readonly Error StoreWithDetails = new(ErrorCode.InvalidArgument,
        "ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options");

    public static Error Point(GeoPoint point) => new(
        ErrorCode.InvalidArgument,
        string.Create(
            CultureInfo.InvariantCulture,
            $"ERR invalid longitude,latitude pair {point.Longitude:F6},{point.Latitude:F6}"));

    public static Error OneCenter(string command) => new(
        ErrorCode.InvalidArgument, $"ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for {command}");

    public static Error OneShape(string command) => new(
        ErrorCode.InvalidArgument, $"ERR exactly one of BYRADIUS and BYBOX can be specified for {command}");
}
