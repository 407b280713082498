using System.Globalization;
using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sorted sets over REST.</summary>
public sealed class RestSortedSets(RestPeer peer) : ISortedSetDoor
{
    private const string Path = "/v1/sorted-sets/{key}";

    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Scored[] entries)
    {
        var body = new JsonObject { ["entries"] = new JsonArray([.. entries.Select(Entry)]) };
        AddMode(body, mode);
        RestAnswer answer = await peer.SendJsonAsync($"POST {Path}/add", key, body);
        return ((long)answer.Json["added"]!, (long)answer.Json["changed"]!);
    }

    public async Task<bool> PutAsync(string key, string member, double score)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            $"PUT {Path}/entries/{RestPeer.Escape(member)}", key, new JsonObject { ["score"] = Number(score) });
        return answer.Status == 201;
    }

    public async Task<double?> IncrementAsync(string key, string mode, string member, double by)
    {
        var body = new JsonObject { ["member"] = RestPeer.Bytes(member), ["by"] = Number(by) };
        AddMode(body, mode);
        try
        {
            return Score((await peer.SendJsonAsync($"POST {Path}/increment", key, body)).Json["score"]);
        }
        catch (DoorException e) when (e.Codes.Contains("PRECONDITION_FAILED"))
        {
            return null;
        }
    }

    public async Task<long> RemoveAsync(string key, params string[] members) => (long)(await peer.SendJsonAsync(
        $"POST {Path}/remove", key, new JsonObject { ["members"] = RestPeer.Many(members) })).Json["removed"]!;

    public Task<bool> TakeOutAsync(string key, string member) => RestPeer.UnlessAsync(
        "NOT_FOUND", peer.SendAsync($"DELETE {Path}/entries/{RestPeer.Escape(member)}", key));

    public async Task<long> CountAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync($"GET {Path}", key));
        RestAnswer? head = await RestPeer.OrMissingAsync(peer.SendAsync($"HEAD {Path}", key));
        Assert.Equal(head is null, answer is null);
        return answer is null ? 0 : (long)answer.Json["count"]!;
    }

    public async Task<double?[]> ScoresAsync(string key, params string[] members)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            $"POST {Path}/scores", key, new JsonObject { ["members"] = RestPeer.Many(members) });
        return [.. answer.Json["scores"]!.AsArray().Select(Score)];
    }

    public async Task<(long Rank, long ReverseRank, double Score)?> RankAsync(string key, string member)
    {
        try
        {
            RestAnswer answer = await peer.SendAsync($"GET {Path}/entries/{RestPeer.Escape(member)}", key);
            return ((long)answer.Json["rank"]!, (long)answer.Json["reverseRank"]!, Score(answer.Json["score"])!.Value);
        }
        catch (DoorException e) when (e.Codes.Contains("NOT_FOUND"))
        {
            return null;
        }
    }

    public async Task<Scored[]> RangeAsync(string key, SortedSetPart part)
    {
        string query = $"{Query(part)}&rev={(part.Reverse ? "true" : "false")}&encoding=base64"
            + (part.HasLimit ? $"&offset={part.Offset}" : "") + (part.Limit is { } limit ? $"&limit={limit}" : "");
        return Entries((await peer.SendAsync($"GET {Path}/entries?{query}", key)).Json["entries"]);
    }

    public async Task<long> CountRangeAsync(string key, SortedSetPart part) =>
        (long)(await peer.SendAsync($"GET {Path}/count?{Query(part)}", key)).Json["count"]!;

    public async Task<long> RemoveRangeAsync(string key, SortedSetPart part) =>
        (long)(await peer.SendJsonAsync($"POST {Path}/remove-range", key, Body(part))).Json["removed"]!;

    public async Task<long> StoreRangeAsync(string key, string destination, SortedSetPart part)
    {
        JsonObject body = Body(part);
        body["from"] = RestPeer.Bytes(key);
        body["storeInto"] = RestPeer.Bytes(destination);
        body["reverse"] = part.Reverse;
        if (part.HasLimit)
            body["offset"] = part.Offset;
        if (part.Limit is { } limit)
            body["limit"] = limit;
        return (long)(await peer.SendJsonAsync("POST /v1/sorted-sets:storeRange", "", body)).Json["count"]!;
    }

    public async Task<Scored[]> PopAsync(string key, bool highest, long count)
    {
        var body = new JsonObject { ["end"] = highest ? "max" : "min", ["count"] = count };
        RestAnswer answer = await peer.SendJsonAsync($"POST {Path}/pop?encoding=base64", key, body);
        return answer.Status == 204 ? [] : Entries(answer.Json["entries"]);
    }

    public async Task<(string Key, Scored[] Entries)?> PopFirstAsync(string[] keys, bool highest, long count)
    {
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/sorted-sets:pop?encoding=base64", "", new JsonObject
        {
            ["keys"] = RestPeer.Many(keys),
            ["end"] = highest ? "max" : "min",
            ["count"] = count,
        });
        if (answer.Status == 204)
            return null;
        return (RestPeer.Text(answer.Json["key"])!, Entries(answer.Json["entries"]));
    }

    public async Task<Scored[]> RandomAsync(string key, long count)
    {
        RestAnswer answer = await peer.SendAsync($"GET {Path}/random?count={count}&encoding=base64", key);
        return answer.Status == 204 ? [] : Entries(answer.Json["entries"]);
    }

    public async Task<Scored[]> ScanAsync(string key, string match, int pageSize)
    {
        var entries = new List<Scored>();
        string? cursor = null;
        do
        {
            string query = $"match={RestPeer.Escape(match)}&limit={pageSize}&encoding=base64"
                + (cursor is null ? "" : $"&cursor={cursor}");
            RestAnswer page = await peer.SendAsync($"GET {Path}/scan?{query}", key);
            entries.AddRange(Entries(page.Json["entries"]));
            cursor = (string?)page.Json["nextCursor"];
        }
        while (cursor is not null);
        return [.. entries];
    }

    public async Task<Scored[]> CombineAsync(
        string operation, string[] keys, double[]? weights = null, string? aggregate = null)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/sorted-sets:combine?encoding=base64", "", Combination(operation, keys, weights, aggregate));
        Scored[] entries = Entries(answer.Json["entries"]);
        Assert.Equal(entries.Length, (int)answer.Json["count"]!);
        return entries;
    }

    public async Task<long> CountIntersectionAsync(long limit, params string[] keys)
    {
        JsonObject body = Combination("intersection", keys, null, null);
        body["countOnly"] = true;
        body["limit"] = limit;
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/sorted-sets:combine", "", body);
        Assert.Null(answer.Json["entries"]);
        return (long)answer.Json["count"]!;
    }

    public async Task<long> StoreAsync(
        string operation, string destination, string[] keys, double[]? weights = null, string? aggregate = null)
    {
        JsonObject body = Combination(operation, keys, weights, aggregate);
        body["storeInto"] = RestPeer.Bytes(destination);
        return (long)(await peer.SendJsonAsync("POST /v1/sorted-sets:combine", "", body)).Json["count"]!;
    }

    private static JsonObject Combination(string operation, string[] keys, double[]? weights, string? aggregate)
    {
        var body = new JsonObject { ["op"] = operation, ["keys"] = RestPeer.Many(keys) };
        if (weights is not null)
            body["weights"] = new JsonArray([.. weights.Select(Number)]);
        if (aggregate is not null)
            body["aggregate"] = aggregate;
        return body;
    }

    private static void AddMode(JsonObject body, string mode)
    {
        if (mode.Length > 0)
            body["mode"] = mode;
    }

    private static string Query(SortedSetPart part) => $"by={part.By}"
        + (part.LowValue is { } low ? $"&min={RestPeer.Escape(low)}" : "")
        + (part.HighValue is { } high ? $"&max={RestPeer.Escape(high)}" : "")
        + (part.LowExclusive ? "&minExclusive" : "") + (part.HighExclusive ? "&maxExclusive" : "");

    private static JsonObject Body(SortedSetPart part) => part.By switch
    {
        "rank" => new JsonObject
        {
            ["ranks"] = new JsonObject { ["start"] = long.Parse(part.Low), ["stop"] = long.Parse(part.High) },
        },
        "score" => new JsonObject
        {
            ["scores"] = Ends(part, Number(part.LowScore!.Value), Number(part.HighScore!.Value)),
        },
        _ => new JsonObject
        {
            ["members"] = Ends(
                part,
                part.LowValue is { } low ? RestPeer.Bytes(low) : null,
                part.HighValue is { } high ? RestPeer.Bytes(high) : null),
        },
    };

    private static JsonObject Ends(SortedSetPart part, JsonNode? min, JsonNode? max) => new()
    {
        ["min"] = min,
        ["max"] = max,
        ["minExclusive"] = part.LowExclusive,
        ["maxExclusive"] = part.HighExclusive,
    };

    private static JsonNode Entry(Scored entry) =>
        new JsonObject { ["member"] = RestPeer.Bytes(entry.Member), ["score"] = Number(entry.Score) };

    private static Scored[] Entries(JsonNode? entries) => [.. entries!.AsArray().Select(
        entry => new Scored(RestPeer.Text(entry!["member"])!, Score(entry["score"])!.Value))];

    private static JsonNode Number(double score) => double.IsInfinity(score)
        ? JsonValue.Create(score > 0 ? "inf" : "-inf")
        : JsonValue.Create(score);

    private static double? Score(JsonNode? score) => score switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) =>
            text == "inf" ? double.PositiveInfinity : double.NegativeInfinity,
        _ => double.Parse(score.ToJsonString(), CultureInfo.InvariantCulture),
    };
}
