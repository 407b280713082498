using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Places over REST.</summary>
public sealed class RestGeo(RestPeer peer) : IGeoDoor
{
    private const string Path = "/v1/geo/{key}";

    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Placed[] entries)
    {
        var body = new JsonObject { ["entries"] = new JsonArray([.. entries.Select(Entry)]) };
        if (mode.Length > 0)
            body["mode"] = mode;
        RestAnswer answer = await peer.SendJsonAsync($"POST {Path}/add", key, body);
        return ((long)answer.Json["added"]!, (long)answer.Json["changed"]!);
    }

    public async Task<(double Longitude, double Latitude)?[]> PositionsAsync(string key, params string[] members)
    {
        JsonArray positions = await ListAsync("positions", key, members);
        return [.. positions.Select(each => each is null ? null as (double, double)? : Place(each))];
    }

    public async Task<string?[]> HashesAsync(string key, params string[] members) =>
        [.. (await ListAsync("hashes", key, members)).Select(each => (string?)each)];

    public async Task<double?> DistanceAsync(string key, string from, string to, string unit)
    {
        string query = $"from={RestPeer.Name(key, from)}&to={RestPeer.Name(key, to)}&unit={unit}";
        try
        {
            return (double)(await peer.SendAsync($"GET {Path}/distance?{query}", key)).Json["distance"]!;
        }
        catch (DoorException e) when (e.Codes.Contains("NOT_FOUND"))
        {
            return null;
        }
    }

    public async Task<GeoFound[]> SearchAsync(string key, GeoAsk search)
    {
        RestAnswer answer = await peer.SendJsonAsync($"POST {Path}/search?encoding=base64", key, Body(search));
        return
        [
            .. answer.Json["matches"]!.AsArray().Select(each =>
                new GeoFound(RestPeer.Text(each!["member"])!, (double)each["distance"]!, Place(each))),
        ];
    }

    public async Task<long> StoreAsync(string key, string destination, GeoAsk search, bool distances)
    {
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/geo:storeSearch", "", new JsonObject
        {
            ["source"] = RestPeer.Bytes(key),
            ["storeInto"] = RestPeer.Bytes(destination),
            ["search"] = Body(search),
            ["storeDistances"] = distances,
        });
        return (long)answer.Json["count"]!;
    }

    private static JsonObject Body(GeoAsk search)
    {
        var body = new JsonObject { ["unit"] = search.Unit };
        if (search.Member is not null)
            body["member"] = RestPeer.Bytes(search.Member);
        if (search.Point is { } point)
            body["point"] = new JsonObject { ["longitude"] = point.Longitude, ["latitude"] = point.Latitude };
        if (search.Radius is { } radius)
            body["radius"] = radius;
        if (search.Box is { } box)
            body["box"] = new JsonObject { ["width"] = box.Width, ["height"] = box.Height };
        if (search.NearestFirst is { } nearest)
            body["order"] = nearest ? "nearest" : "farthest";
        if (search.Limit is { } limit)
            body["limit"] = limit;
        if (search.Any)
            body["any"] = true;
        return body;
    }

    private async Task<JsonArray> ListAsync(string what, string key, string[] members)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            $"POST {Path}/{what}", key, new JsonObject { ["members"] = RestPeer.Many(members) });
        return answer.Json[what]!.AsArray();
    }

    private static JsonNode Entry(Placed entry) => new JsonObject
    {
        ["member"] = RestPeer.Bytes(entry.Member),
        ["longitude"] = entry.Longitude,
        ["latitude"] = entry.Latitude,
    };

    private static (double Longitude, double Latitude) Place(JsonNode each) =>
        ((double)each["longitude"]!, (double)each["latitude"]!);
}
