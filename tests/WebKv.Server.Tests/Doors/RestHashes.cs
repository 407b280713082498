using System.Globalization;
using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Hashes over REST.</summary>
public sealed class RestHashes(RestPeer peer) : IHashDoor
{
    private static readonly string[] Missing = ["KEY_NOT_FOUND", "FIELD_NOT_FOUND"];

    public async Task<long> SetAsync(string key, params (string Field, string Value)[] fields)
    {
        var set = new JsonArray([.. fields.Select(pair => new JsonObject
        {
            ["field"] = RestPeer.Bytes(pair.Field),
            ["value"] = RestPeer.Bytes(pair.Value),
        })]);
        return await PatchAsync(key, new JsonObject { ["set"] = set }, "added");
    }

    public Task<bool> PutAsync(string key, string field, string value, SetOptions? options = null)
    {
        var query = new List<string>();
        if (options?.TtlMs is { } ttlMs)
            query.Add($"ttlMs={ttlMs}");
        if (options?.KeepTtl == true)
            query.Add("keepTtl=true");
        if (options?.IfExists is { } mustExist)
            query.Add($"condition={(mustExist ? "present" : "absent")}");
        return RestPeer.UnlessAsync(
            "PRECONDITION_FAILED",
            peer.SendAsync($"PUT {Path(field)}?{string.Join('&', query)}", key, value));
    }

    public async Task<string?> GetAsync(string key, string field) =>
        (await OrMissingAsync(peer.SendAsync($"GET {Path(field)}", key)))?.Text;

    public Task<string?[]> GetManyAsync(string key, params string[] fields) => GetAsync(key, fields, []);

    public async Task<List<string>> AllAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(
            peer.SendAsync("GET /v1/hashes/{key}?encoding=base64", key));
        return answer is null ? [] : Pairs(answer.Json);
    }

    public Task<long> RemoveAsync(string key, params string[] fields) =>
        PatchAsync(key, new JsonObject { ["remove"] = RestPeer.Many(fields) }, "removed");

    public async Task<bool> TakeOutAsync(string key, string field) =>
        await OrMissingAsync(peer.SendAsync($"DELETE {Path(field)}", key)) is not null;

    public Task<string?[]> TakeAsync(string key, params string[] fields) =>
        GetAsync(key, fields, new JsonObject { ["delete"] = true });

    public Task<string?[]> GetAndExpireAsync(string key, long? ttlMs, params string[] fields) => GetAsync(
        key, fields, ttlMs is null ? new JsonObject { ["persist"] = true } : new JsonObject { ["ttlMs"] = ttlMs });

    public async Task<long> LengthAsync(string key) =>
        (long)(await peer.SendAsync("GET /v1/hashes/{key}/length", key)).Json["length"]!;

    public async Task<long?> LengthAsync(string key, string field)
    {
        RestAnswer? head = await OrMissingAsync(peer.SendAsync($"HEAD {Path(field)}", key));
        return head is null ? null : long.Parse(head.Header("Content-Length")!, CultureInfo.InvariantCulture);
    }

    public Task<long> IncrementAsync(string key, string field, long by) =>
        NumberAsync(key, field, new JsonObject { ["by"] = by }, text => long.Parse(text, CultureInfo.InvariantCulture));

    public Task<double> IncrementFloatAsync(string key, string field, double by) => NumberAsync(
        key, field, new JsonObject { ["byFloat"] = by }, text => double.Parse(text, CultureInfo.InvariantCulture));

    public async Task<List<string>> RandomAsync(string key, long count)
    {
        RestAnswer answer = await peer.SendAsync($"GET /v1/hashes/{{key}}/random?count={count}&encoding=base64", key);
        return Names(answer.Json["names"]);
    }

    public async Task<List<string>> RandomPairsAsync(string key, long count)
    {
        RestAnswer answer = await peer.SendAsync(
            $"GET /v1/hashes/{{key}}/random?count={count}&withValues=true&encoding=base64", key);
        return Pairs(answer.Json["fields"]);
    }

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize, bool namesOnly)
    {
        var found = new List<string>();
        string? cursor = null;
        do
        {
            string query = $"match={RestPeer.Escape(match)}&limit={pageSize}&encoding=base64"
                + (namesOnly ? "&namesOnly=true" : "") + (cursor is null ? "" : $"&cursor={cursor}");
            RestAnswer page = await peer.SendAsync($"GET /v1/hashes/{{key}}/fields?{query}", key);
            found.AddRange(namesOnly ? Names(page.Json["names"]) : Pairs(page.Json["fields"]));
            cursor = (string?)page.Json["nextCursor"];
        }
        while (cursor is not null);
        return found;
    }

    public Task<bool?> ExpireAsync(string key, string field, long ttlMs, string when = "always") =>
        ExpireAsync(key, field, new JsonObject { ["ttlMs"] = ttlMs, ["when"] = when });

    public Task<bool?> ExpireAtAsync(string key, string field, DateTimeOffset time) => ExpireAsync(
        key, field, new JsonObject { ["expireAt"] = $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}" });

    public async Task<long> TtlAsync(string key, string field)
    {
        RestAnswer? answer = await OrMissingAsync(peer.SendAsync($"GET {Path(field)}/ttl", key));
        return answer is null ? -2 : (long?)answer.Json["ttlMs"] ?? -1;
    }

    public async Task<bool> PersistAsync(string key, string field) =>
        await OrMissingAsync(peer.SendAsync($"DELETE {Path(field)}/ttl", key)) is not null;

    private static string Path(string field) => $"/v1/hashes/{{key}}/fields/{RestPeer.Escape(field)}";

    private async Task<long> PatchAsync(string key, JsonObject patch, string member) =>
        (long)(await peer.SendJsonAsync("PATCH /v1/hashes/{key}", key, patch)).Json[member]!;

    private async Task<string?[]> GetAsync(string key, string[] fields, JsonObject body)
    {
        body["fields"] = RestPeer.Many(fields);
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/hashes/{key}/get?encoding=base64", key, body);
        return [.. answer.Json["values"]!.AsArray().Select(RestPeer.Text)];
    }

    private async Task<bool?> ExpireAsync(string key, string field, JsonObject body)
    {
        RestAnswer? answer = await OrMissingAsync(peer.SendJsonAsync($"PUT {Path(field)}/ttl", key, body));
        return answer is null ? null : (bool)answer.Json["applied"]!;
    }

    private async Task<T> NumberAsync<T>(string key, string field, JsonObject body, Func<string, T> parse) =>
        parse((await peer.SendJsonAsync($"POST {Path(field)}/increment", key, body)).Json["value"]!.ToString());

    private static async Task<RestAnswer?> OrMissingAsync(Task<RestAnswer> answer)
    {
        try
        {
            return await answer;
        }
        catch (DoorException e) when (e.Codes.Intersect(Missing).Any())
        {
            return null;
        }
    }

    private static List<string> Names(JsonNode? names) => [.. names!.AsArray().Select(name => RestPeer.Text(name)!)];

    private static List<string> Pairs(JsonNode? fields) =>
    [
        .. fields!.AsArray()
            .Select(pair => $"{RestPeer.Text(pair!["field"])}={RestPeer.Text(pair["value"])}")
            .Order(StringComparer.Ordinal),
    ];
}
