using WebKv.V1;
using static WebKv.Server.Tests.Doors.BadGrpcCalls;
using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>Requests on places that ask for what there is not, by door.</summary>
internal static class BadGeoRequests
{
    private const string Search = "/geo/k/search";

    public static IReadOnlyList<BadRequestRow> Rest { get; } =
    [
        Post("geo: no entries", "/geo/k/add", "{\"entries\":[]}", Invalid("entries: 'Entries' must not be empty.")),
        Post("geo: null entry", "/geo/k/add", "{\"entries\":[null]}",
            Invalid("entries[0]: 'Entries' must not be empty.")),
        Post("geo: entry without a member", "/geo/k/add", "{\"entries\":[{\"longitude\":1,\"latitude\":1}]}",
            Invalid("entries[0].member: 'Member' must not be empty.")),
        Post("geo: off the map", "/geo/k/add",
            "{\"entries\":[{\"member\":\"a\",\"longitude\":1,\"latitude\":90}]}",
            Invalid("entries[0].latitude: 'Latitude' must be between -85.05112878 and 85.05112878. You entered 90.")),
        Post("geo: infinite place", "/geo/k/add",
            "{\"entries\":[{\"member\":\"a\",\"longitude\":1e999,\"latitude\":0}]}",
            Invalid("entries[0].longitude: 'Longitude' must be between -180 and 180. You entered Infinity.")),
        Post("geo: unknown mode", "/geo/k/add",
            "{\"entries\":[{\"member\":\"a\",\"longitude\":1,\"latitude\":1}],\"mode\":\"ifGreater\"}",
            Invalid("mode: must be one of: ifAbsent, ifPresent.")),
        Post("geo: no members", "/geo/k/positions", "{\"members\":[]}",
            Invalid("members: 'Members' must not be empty.")),
        Get("geo: distance to nothing", "/v1/geo/k/distance?from=a", Invalid("to: must be given.")),
        Get("geo: unknown unit", "/v1/geo/k/distance?from=a&to=b&unit=KM",
            Invalid("unit: must be one of: m, km, ft, mi.")),
        Post("geo: no centre", Search, "{\"radius\":1}", Invalid("$: exactly one of member and point must be given.")),
        Post("geo: two centres", Search,
            "{\"member\":\"a\",\"point\":{\"longitude\":1,\"latitude\":1},\"radius\":1}",
            Invalid("$: exactly one of member and point must be given.")),
        Post("geo: no shape", Search, "{\"member\":\"a\"}", Invalid("$: exactly one of radius and box must be given.")),
        Post("geo: half a point", Search, "{\"point\":{\"longitude\":1},\"radius\":1}",
            Invalid("point.latitude: 'Latitude' must not be empty.")),
        Post("geo: negative radius", Search, "{\"member\":\"a\",\"radius\":-1}",
            Invalid("radius: must be a number that is not negative.")),
        Post("geo: half a box", Search, "{\"member\":\"a\",\"box\":{\"width\":1}}",
            Invalid("box.height: 'Height' must not be empty.")),
        Post("geo: any without a limit", Search, "{\"member\":\"a\",\"radius\":1,\"any\":true}",
            Invalid("any: goes with a limit.")),
        Post("geo: limit of 0", Search, "{\"member\":\"a\",\"radius\":1,\"limit\":0}",
            Invalid("limit: 'Limit' must be greater than or equal to '1'.")),
        Post("geo: store of no search", "/geo:storeSearch", "{\"source\":\"a\",\"storeInto\":\"b\"}",
            Invalid("search: 'Search' must not be empty.")),
        Post("geo: store of a bad search", "/geo:storeSearch",
            "{\"source\":\"a\",\"storeInto\":\"b\",\"search\":{\"member\":\"a\",\"radius\":-1}}",
            Invalid("search.radius: must be a number that is not negative.")),
    ];

    public static IReadOnlyList<BadRequestRow> Resp { get; } =
    [
        Line("geo: place that is no number", "GEOADD k nan 1 a", "value is not a valid float"),
        Line("geo: half an entry", "GEOADD k 1 2 a 3", "syntax error"),
        Line("geo: off the map", "GEOADD k 1 90 a", "invalid longitude,latitude pair 1.000000,90.000000"),
        Line("geo: no centre", "GEOSEARCH k BYRADIUS 1 m ASC WITHDIST",
            "exactly one of FROMMEMBER or FROMLONLAT can be specified for geosearch"),
        Line("geo: count of int64 min", "GEOSEARCH k FROMMEMBER a BYRADIUS 1 m COUNT -9223372036854775808",
            "COUNT must be > 0"),
        Line("geo: count beyond int64", "GEORADIUS k 1 1 1 m COUNT 9223372036854775808",
            "value is not an integer or out of range"),
        Line("geo: stored by a read", "GEORADIUS_RO k 1 1 1 m STORE to", "syntax error"),
    ];

    public static IReadOnlyList<BadGrpcCall> Grpc { get; } =
    [
        Bad("geo: no entries", "AddGeoMembers", new AddGeoMembersRequest(), "entries: must hold at least one entry"),
        Bad("geo: entry without a place", "AddGeoMembers", new AddGeoMembersRequest { Entries = { new GeoEntry() } },
            "entries[0].point: must be set"),
        Bad("geo: place that is no number", "AddGeoMembers",
            new AddGeoMembersRequest { Entries = { new GeoEntry { Point = new() { Longitude = double.NaN } } } },
            "entries[0].point.longitude: must be from -180 to 180"),
        Bad("geo: no query", "SearchGeo", new SearchGeoRequest(), "query: must be set"),
        Bad("geo: no centre", "SearchGeo", new SearchGeoRequest { Query = new() { Radius = 1 } },
            "query.center: must be set: member or point"),
        Bad("geo: no shape", "SearchGeo", new SearchGeoRequest { Query = new() { Point = new() } },
            "query.shape: must be set: radius or box"),
        Bad("geo: infinite radius", "SearchGeo",
            new SearchGeoRequest { Query = new() { Point = new(), Radius = double.PositiveInfinity } },
            "query.radius: must be a number that is not negative"),
        Bad("geo: box that is no number", "StoreGeoSearch",
            new StoreGeoSearchRequest { Query = new() { Point = new(), Box = new() { Height = double.NaN } } },
            "query.box.height: must be a number that is not negative"),
        Bad("geo: limit of int64 min", "SearchGeo",
            new SearchGeoRequest { Query = new() { Point = new(), Radius = 1, Limit = long.MinValue } },
            "query.limit: must be 1 or more"),
        Bad("geo: unknown unit", "GetGeoDistance", new GetGeoDistanceRequest { Unit = (GeoUnit)9 },
            "unit: is no unit of this version"),
    ];

    private static BadGrpcCall Bad(string name, string method, Google.Protobuf.IMessage request, string message) =>
        Invalid(name, $"webkv.v1.GeoService/{method}", Frame(request), message);

    private static BadRequestRow Line(string name, string line, string error) =>
        new(name, line + "\r\n", $"-ERR {error}") { IsCutOff = true };
}
