using System.Globalization;
using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Strings over REST.</summary>
public sealed class RestStrings(RestPeer peer) : IStringDoor
{
    public async Task<string?> GetAsync(string key) =>
        (await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/strings/{key}", key)))?.Text;

    public Task<bool> SetAsync(string key, string value, SetOptions? options = null)
    {
        var query = new List<string>();
        if (options?.TtlMs is { } ttlMs)
            query.Add($"ttlMs={ttlMs}");
        if (options?.ExpireAt is { } time)
            query.Add($"expireAt={time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
        if (options?.KeepTtl == true)
            query.Add("keepTtl=true");
        if (options?.IfExists is { } mustExist)
            query.Add($"condition={(mustExist ? "present" : "absent")}");
        string parameters = query.Count == 0 ? "" : "?" + string.Join('&', query);
        return RestPeer.UnlessAsync(
            "PRECONDITION_FAILED", peer.SendAsync("PUT /v1/strings/{key}" + parameters, key, value));
    }

    public async Task<string?> ReplaceAsync(string key, string value)
    {
        RestAnswer answer = await peer.SendAsync("PUT /v1/strings/{key}?returnPrevious=true", key, value);
        return answer.Status == 200 ? answer.Text : null;
    }

    public async Task<bool> DeleteAsync(string key) =>
        await RestPeer.OrMissingAsync(peer.SendAsync("DELETE /v1/strings/{key}", key)) is not null;

    public async Task<string?[]> GetManyAsync(params string[] keys)
    {
        var body = new JsonObject { ["keys"] = RestPeer.Many(keys) };
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/strings:batchGet?encoding=base64", "", body);
        return [.. answer.Json["items"]!.AsArray().Select(RestPeer.Text)];
    }

    public Task SetManyAsync(params (string Key, string Value)[] items) => SetManyAsync(Items(items));

    public Task<bool> SetManyIfAbsentAsync(params (string Key, string Value)[] items)
    {
        JsonObject body = Items(items);
        body["condition"] = "allAbsent";
        return RestPeer.UnlessAsync("PRECONDITION_FAILED", SetManyAsync(body));
    }

    public async Task<long> AppendAsync(string key, string value) =>
        Number(await peer.SendAsync("POST /v1/strings/{key}/append", key, value), "length");

    public async Task<string> GetRangeAsync(string key, long start, long end)
    {
        string request = $"GET /v1/strings/{{key}}/range?start={start}&end={end}";
        return (await RestPeer.OrMissingAsync(peer.SendAsync(request, key)))?.Text ?? "";
    }

    public async Task<long> SetRangeAsync(string key, long offset, string value) =>
        Number(await peer.SendAsync($"PUT /v1/strings/{{key}}/range?offset={offset}", key, value), "length");

    public async Task<long> LengthAsync(string key)
    {
        RestAnswer? head = await RestPeer.OrMissingAsync(peer.SendAsync("HEAD /v1/strings/{key}", key));
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/strings/{key}/length", key));
        long length = answer is null ? 0 : Number(answer, "length");
        Assert.Equal($"{length}", head is null ? "0" : head.Header("Content-Length"));
        return length;
    }

    public async Task<long> IncrementAsync(string key, long by)
    {
        var body = new JsonObject { ["by"] = by };
        return Number(await peer.SendJsonAsync("POST /v1/strings/{key}/increment", key, body), "value");
    }

    public async Task<double> IncrementFloatAsync(string key, double by)
    {
        var body = new JsonObject { ["byFloat"] = by };
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/strings/{key}/increment", key, body);
        return double.Parse(answer.Json["value"]!.ToString(), CultureInfo.InvariantCulture);
    }

    public async Task<string?> TakeAsync(string key) =>
        (await RestPeer.OrMissingAsync(peer.SendAsync("POST /v1/strings/{key}/take", key)))?.Text;

    public async Task<string?> GetAndExpireAsync(string key, long? ttlMs)
    {
        var body = ttlMs is null ? new JsonObject { ["persist"] = true } : new JsonObject { ["ttlMs"] = ttlMs };
        return (await RestPeer.OrMissingAsync(peer.SendJsonAsync("POST /v1/strings/{key}/touch-ttl", key, body)))?.Text;
    }

    public async Task<bool> GetBitAsync(string key, long offset) =>
        Number(await peer.SendAsync($"GET /v1/strings/{{key}}/bits/{offset}", key), "bit") == 1;

    public async Task<bool> SetBitAsync(string key, long offset, bool bit)
    {
        var body = new JsonObject { ["bit"] = bit ? 1 : 0 };
        return Number(await peer.SendJsonAsync($"PUT /v1/strings/{{key}}/bits/{offset}", key, body), "previous") == 1;
    }

    public async Task<long> CountBitsAsync(string key, BitRange? range = null) =>
        Number(await peer.SendAsync("GET /v1/strings/{key}/bit-count?" + Query(range), key), "count");

    public async Task<long> FindBitAsync(string key, bool bit, BitRange? range = null)
    {
        string request = $"GET /v1/strings/{{key}}/bit-position?bit={(bit ? 1 : 0)}&{Query(range)}";
        return Number(await peer.SendAsync(request, key), "position");
    }

    public async Task<long> CombineBitsAsync(string operation, string destination, params string[] sources)
    {
        var body = new JsonObject
        {
            ["op"] = operation,
            ["keys"] = RestPeer.Many(sources),
            ["storeInto"] = RestPeer.Bytes(destination),
        };
        return Number(await peer.SendJsonAsync("POST /v1/strings:bitOp", "", body), "length");
    }

    public async Task<long?[]> BitFieldAsync(string key, params BitFieldPart[] parts)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/strings/{key}/bit-field",
            key,
            new JsonObject { ["operations"] = new JsonArray([.. parts.Select(Step)]) });
        return
        [
            .. answer.Json["values"]!.AsArray().Select(each =>
                each is null ? null as long? : long.Parse(each.ToString(), CultureInfo.InvariantCulture)),
        ];
    }

    private static JsonNode Step(BitFieldPart part)
    {
        var step = new JsonObject { ["type"] = part.Type, ["offset"] = part.Offset };
        step["op"] = part switch { { Set: not null } => "set", { Increment: not null } => "increment", _ => "get" };
        // As strings, so that no number is rounded on the way.
        if (part.Set is { } value)
            step["value"] = $"{value}";
        if (part.Increment is { } by)
            step["by"] = $"{by}";
        if (part.Overflow is not null)
            step["overflow"] = part.Overflow;
        return step;
    }

    private Task<RestAnswer> SetManyAsync(JsonObject body) => peer.SendJsonAsync("POST /v1/strings:batchSet", "", body);

    private static JsonObject Items((string Key, string Value)[] items) => new()
    {
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject
        {
            ["key"] = RestPeer.Bytes(item.Key),
            ["value"] = RestPeer.Bytes(item.Value),
        })]),
    };

    private static string Query(BitRange? range) =>
        range is null ? "" : $"start={range.Start}&end={range.End}&unit={(range.InBits ? "bit" : "byte")}";

    // Beyond 2^53 it is a string of digits.
    private static long Number(RestAnswer answer, string member) =>
        long.Parse(answer.Json[member]!.ToString(), CultureInfo.InvariantCulture);
}
