using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Operations that wait, over REST.</summary>
public sealed class RestWaits(RestPeer peer) : IWaitDoor
{
    public async Task<(string Key, string Value)?> PopListAsync(string[] keys, int waitMs)
    {
        var body = new JsonObject { ["keys"] = RestPeer.Many(keys), ["waitMs"] = waitMs };
        return await SendAsync("POST /v1/lists:pop", "", body) is { } found
            ? (RestPeer.Text(found["key"])!, RestPeer.Text(found["values"]![0])!)
            : null;
    }

    public async Task<string?> PopListAsync(string key, int waitMs)
    {
        JsonNode? found = await SendAsync("POST /v1/lists/{key}/pop", key, new JsonObject { ["waitMs"] = waitMs });
        return found is null ? null : RestPeer.Text(found["values"]![0]);
    }

    public async Task<string?> MoveAsync(string source, string destination, int waitMs)
    {
        var body = new JsonObject
        {
            ["source"] = RestPeer.Bytes(source),
            ["destination"] = RestPeer.Bytes(destination),
            ["from"] = "left",
            ["to"] = "right",
            ["waitMs"] = waitMs,
        };
        JsonNode? found = await SendAsync("POST /v1/lists:move", "", body);
        return found is null ? null : RestPeer.Text(found["value"]);
    }

    public async Task<(string Key, Scored Entry)?> PopSortedSetAsync(string[] keys, bool highest, int waitMs)
    {
        var body = new JsonObject
        {
            ["keys"] = RestPeer.Many(keys),
            ["end"] = highest ? "max" : "min",
            ["waitMs"] = waitMs,
        };
        return await SendAsync("POST /v1/sorted-sets:pop", "", body) is { } found
            ? (RestPeer.Text(found["key"])!, Entry(found))
            : null;
    }

    public async Task<Scored?> PopSortedSetAsync(string key, bool highest, int waitMs)
    {
        var body = new JsonObject { ["end"] = highest ? "max" : "min", ["waitMs"] = waitMs };
        return await SendAsync("POST /v1/sorted-sets/{key}/pop", key, body) is { } found ? Entry(found) : null;
    }

    public async Task<string[]?> ReadAsync(string key, string after, int waitMs)
    {
        var stream = new JsonObject { ["key"] = RestPeer.Bytes(key), ["after"] = after };
        var body = new JsonObject { ["streams"] = new JsonArray(stream), ["waitMs"] = waitMs };
        return await SendAsync("POST /v1/streams:read", "", body) is { } found ? Ids(found["streams"]![0]!) : null;
    }

    public async Task<string[]?> ReadGroupAsync(string key, string group, string consumer, int waitMs)
    {
        var body = new JsonObject { ["consumer"] = RestPeer.Bytes(consumer), ["waitMs"] = waitMs };
        return await SendAsync($"POST /v1/streams/{{key}}/groups/{group}/read", key, body) is { } found
            ? Ids(found)
            : null;
    }

    private async Task<JsonNode?> SendAsync(string request, string key, JsonNode body)
    {
        RestAnswer answer = await peer.SendJsonAsync($"{request}?encoding=base64", key, body);
        return answer.Status == 204 ? null : answer.Json;
    }

    private static Scored Entry(JsonNode found)
    {
        JsonNode entry = found["entries"]![0]!;
        return new Scored(RestPeer.Text(entry["member"])!, (double)entry["score"]!);
    }

    private static string[] Ids(JsonNode found) =>
        [.. found["entries"]!.AsArray().Select(entry => (string)entry!["id"]!)];
}
