using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Places over RESP.</summary>
public sealed class RespGeo(RespPeer peer) : IGeoDoor
{
    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Placed[] entries)
    {
        // CH counts both; what is new is the difference in size.
        long before = await peer.CallAsync<long>("ZCARD", key);
        string[] words = mode switch { "ifAbsent" => ["NX"], "ifPresent" => ["XX"], _ => [] };
        string[] places =
            [.. entries.SelectMany(e => (string[])[Text(e.Longitude), Text(e.Latitude), e.Member])];
        long both = await peer.CallAsync<long>(["GEOADD", key, .. words, "CH", .. places]);
        long added = await peer.CallAsync<long>("ZCARD", key) - before;
        return (added, both - added);
    }

    public async Task<(double Longitude, double Latitude)?[]> PositionsAsync(string key, params string[] members)
    {
        object?[] found = await peer.CallAsync<object?[]>(["GEOPOS", key, .. members]);
        return [.. found.Select(each => each is null ? null as (double, double)? : Place(each))];
    }

    public async Task<string?[]> HashesAsync(string key, params string[] members) =>
        [.. (await peer.CallAsync<object?[]>(["GEOHASH", key, .. members])).Cast<string?>()];

    public async Task<double?> DistanceAsync(string key, string from, string to, string unit) =>
        await peer.CallAsync("GEODIST", key, from, to, unit) is { } distance ? Number(distance) : null;

    public async Task<GeoFound[]> SearchAsync(string key, GeoAsk search)
    {
        object?[] found = await peer.CallAsync<object?[]>(
            ["GEOSEARCH", key, .. WordsOf(search), "WITHDIST", "WITHCOORD"]);
        return
        [
            .. found.Cast<object?[]>()
                .Select(each => new GeoFound((string)each[0]!, Number(each[1]!), Place(each[2]!))),
        ];
    }

    public Task<long> StoreAsync(string key, string destination, GeoAsk search, bool distances) =>
        peer.CallAsync<long>(
            ["GEOSEARCHSTORE", destination, key, .. WordsOf(search), .. distances ? ["STOREDIST"] : (string[])[]]);

    private static string[] WordsOf(GeoAsk search)
    {
        var words = new List<string>();
        if (search.Member is not null)
            words.AddRange("FROMMEMBER", search.Member);
        if (search.Point is { } point)
            words.AddRange("FROMLONLAT", Text(point.Longitude), Text(point.Latitude));
        if (search.Radius is { } radius)
            words.AddRange("BYRADIUS", Text(radius), search.Unit);
        if (search.Box is { } box)
            words.AddRange("BYBOX", Text(box.Width), Text(box.Height), search.Unit);
        if (search.NearestFirst is { } nearest)
            words.Add(nearest ? "ASC" : "DESC");
        if (search.Limit is { } limit)
            words.AddRange("COUNT", $"{limit}");
        if (search.Any)
            words.Add("ANY");
        return [.. words];
    }

    private static (double Longitude, double Latitude) Place(object pair) =>
        pair is object?[] { Length: 2 } both
            ? (Number(both[0]!), Number(both[1]!))
            : throw new FormatException($"no place: {pair}");

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(object text) => double.Parse((string)text, CultureInfo.InvariantCulture);
}
