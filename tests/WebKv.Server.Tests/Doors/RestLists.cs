using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Lists over REST.</summary>
public sealed class RestLists(RestPeer peer) : IListDoor
{
    public async Task<long> PushAsync(string key, string side, bool onlyIfExists, params string[] values)
    {
        // One element goes as it is, several as JSON.
        Task<RestAnswer> answer = values.Length == 1
            ? peer.SendAsync($"POST /v1/lists/{{key}}/push?side={side}{(onlyIfExists ? "&onlyIfExists" : "")}",
                key, values[0])
            : peer.SendJsonAsync("POST /v1/lists/{key}/push", key, new JsonObject
            {
                ["side"] = side,
                ["values"] = RestPeer.Many(values),
                ["onlyIfExists"] = onlyIfExists,
            });
        return await RestPeer.OrMissingAsync(answer) is { } pushed ? (long)pushed.Json["length"]! : 0;
    }

    public async Task<string[]?> PopAsync(string key, string side, long count)
    {
        var body = new JsonObject { ["side"] = side, ["count"] = count };
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/lists/{key}/pop?encoding=base64", key, body);
        return answer.Status == 204 ? null : Texts(answer.Json["values"]);
    }

    public async Task<(string Key, string[] Values)?> PopAnyAsync(string[] keys, string side, long count)
    {
        var body = new JsonObject { ["keys"] = RestPeer.Many(keys), ["side"] = side, ["count"] = count };
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/lists:pop?encoding=base64", "", body);
        return answer.Status == 204 ? null : (RestPeer.Text(answer.Json["key"])!, Texts(answer.Json["values"]));
    }

    public async Task<string?> MoveAsync(string source, string destination, string from, string to)
    {
        var body = new JsonObject
        {
            ["source"] = RestPeer.Bytes(source),
            ["destination"] = RestPeer.Bytes(destination),
            ["from"] = from,
            ["to"] = to,
        };
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/lists:move?encoding=base64", "", body);
        return answer.Status == 204 ? null : RestPeer.Text(answer.Json["value"]);
    }

    public async Task<string[]> RangeAsync(string key, long start, long stop)
    {
        string request = $"GET /v1/lists/{{key}}/items?start={start}&stop={stop}&encoding=base64";
        return Texts((await peer.SendAsync(request, key)).Json["items"]);
    }

    public async Task<string?> GetItemAsync(string key, long index)
    {
        RestAnswer? head = await ItemAsync("HEAD", key, index);
        RestAnswer? answer = await ItemAsync("GET", key, index);
        Assert.Equal(answer?.Header("Content-Length"), head?.Header("Content-Length"));
        return answer?.Text;
    }

    public Task SetItemAsync(string key, long index, string value) =>
        peer.SendAsync($"PUT /v1/lists/{{key}}/items/{index}", key, value);

    public async Task<long?> InsertAsync(string key, bool before, string pivot, string value)
    {
        var body = new JsonObject
        {
            ["pivot"] = RestPeer.Bytes(pivot),
            ["before"] = before,
            ["value"] = RestPeer.Bytes(value),
        };
        try
        {
            return (long)(await peer.SendJsonAsync("POST /v1/lists/{key}/insert", key, body)).Json["length"]!;
        }
        catch (DoorException e) when (e.Codes.Contains("KEY_NOT_FOUND") || e.Codes.Contains("NOT_FOUND"))
        {
            return null;
        }
    }

    public async Task<long> RemoveAsync(string key, long count, string value)
    {
        var body = new JsonObject { ["value"] = RestPeer.Bytes(value), ["count"] = count };
        return (long)(await peer.SendJsonAsync("POST /v1/lists/{key}/remove", key, body)).Json["removed"]!;
    }

    public Task TrimAsync(string key, long start, long stop) => peer.SendJsonAsync(
        "POST /v1/lists/{key}/trim", key, new JsonObject { ["start"] = start, ["stop"] = stop });

    public async Task<long[]> FindAsync(string key, string value, long rank = 1, long count = 1, long maxLen = 0)
    {
        string query = $"value={RestPeer.Name(key, value)}&rank={rank}&count={count}&maxLen={maxLen}";
        RestAnswer answer = await peer.SendAsync($"GET /v1/lists/{{key}}/positions?{query}", key);
        return [.. answer.Json["positions"]!.AsArray().Select(position => (long)position!)];
    }

    public async Task<long> LengthAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/lists/{key}", key));
        return answer is null ? 0 : (long)answer.Json["length"]!;
    }

    // An answer to HEAD has no code: missing lists and missing elements are both 404.
    private async Task<RestAnswer?> ItemAsync(string method, string key, long index)
    {
        try
        {
            return await peer.SendAsync($"{method} /v1/lists/{{key}}/items/{index}", key);
        }
        catch (DoorException e) when (e.Codes.Contains("KEY_NOT_FOUND") || e.Codes.Contains("INDEX_OUT_OF_RANGE"))
        {
            return null;
        }
    }

    private static string[] Texts(JsonNode? values) => [.. values!.AsArray().Select(RestPeer.Text).Cast<string>()];
}
