using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Places over gRPC.</summary>
public sealed class GrpcGeo(GeoService.GeoServiceClient client, GrpcPeer peer) : IGeoDoor
{
    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Placed[] entries)
    {
        var request = new AddGeoMembersRequest
        {
            Key = Bytes(key),
            Entries =
            {
                entries.Select(e => new GeoEntry
                {
                    Member = Bytes(e.Member),
                    Point = PointOf((e.Longitude, e.Latitude)),
                }),
            },
            Condition = mode switch
            {
                "ifAbsent" => GeoCondition.IfAbsent,
                "ifPresent" => GeoCondition.IfPresent,
                _ => GeoCondition.Unspecified,
            },
        };
        AddGeoMembersResponse answer = await AnswerAsync(client.AddGeoMembersAsync(request, peer.Options));
        return (answer.Added, answer.Changed);
    }

    public async Task<(double Longitude, double Latitude)?[]> PositionsAsync(string key, params string[] members)
    {
        var request = new GetGeoPositionsRequest { Key = Bytes(key), Members = { Many(members) } };
        GetGeoPositionsResponse answer = await AnswerAsync(client.GetGeoPositionsAsync(request, peer.Options));
        return [.. answer.Positions.Select(each => each.Point is { } point ? Place(point) : null as (double, double)?)];
    }

    public async Task<string?[]> HashesAsync(string key, params string[] members)
    {
        var request = new GetGeoHashesRequest { Key = Bytes(key), Members = { Many(members) } };
        GetGeoHashesResponse answer = await AnswerAsync(client.GetGeoHashesAsync(request, peer.Options));
        return [.. answer.Hashes.Select(each => each.HasHash ? each.Hash : null)];
    }

    public async Task<double?> DistanceAsync(string key, string from, string to, string unit)
    {
        var request = new GetGeoDistanceRequest
        {
            Key = Bytes(key),
            From = Bytes(from),
            To = Bytes(to),
            Unit = UnitOf(unit),
        };
        GetGeoDistanceResponse answer = await AnswerAsync(client.GetGeoDistanceAsync(request, peer.Options));
        return answer.HasDistance ? answer.Distance : null;
    }

    public async Task<GeoFound[]> SearchAsync(string key, GeoAsk search)
    {
        var request = new SearchGeoRequest { Key = Bytes(key), Query = QueryOf(search) };
        SearchGeoResponse answer = await AnswerAsync(client.SearchGeoAsync(request, peer.Options));
        return [.. answer.Matches.Select(each => new GeoFound(Text(each.Member), each.Distance, Place(each.Point)))];
    }

    public async Task<long> StoreAsync(string key, string destination, GeoAsk search, bool distances)
    {
        var request = new StoreGeoSearchRequest
        {
            Key = Bytes(key),
            Destination = Bytes(destination),
            Query = QueryOf(search),
            StoreDistances = distances,
        };
        StoreGeoSearchResponse answer = await AnswerAsync(client.StoreGeoSearchAsync(request, peer.Options));
        Assert.Equal(answer.Count > 0, answer.Version.Etag.Length > 0);
        return answer.Count;
    }

    private static GeoQuery QueryOf(GeoAsk search)
    {
        var query = new GeoQuery { Unit = UnitOf(search.Unit), Any = search.Any };
        if (search.Member is not null)
            query.Member = Bytes(search.Member);
        if (search.Point is { } point)
            query.Point = PointOf(point);
        if (search.Radius is { } radius)
            query.Radius = radius;
        if (search.Box is { } box)
            query.Box = new GeoBox { Width = box.Width, Height = box.Height };
        if (search.NearestFirst is { } nearest)
            query.Order = nearest ? GeoOrder.Nearest : GeoOrder.Farthest;
        if (search.Limit is { } limit)
            query.Limit = limit;
        return query;
    }

    private static GeoUnit UnitOf(string unit) => unit switch
    {
        "m" => GeoUnit.Meters,
        "km" => GeoUnit.Kilometers,
        "ft" => GeoUnit.Feet,
        "mi" => GeoUnit.Miles,
        _ => (GeoUnit)99,
    };

    private static GeoPoint PointOf((double Longitude, double Latitude) place) =>
        new() { Longitude = place.Longitude, Latitude = place.Latitude };

    private static (double Longitude, double Latitude) Place(GeoPoint point) => (point.Longitude, point.Latitude);
}
