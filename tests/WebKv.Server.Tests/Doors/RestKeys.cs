using System.Text;
using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Keys over REST.</summary>
public sealed class RestKeys(RestPeer peer) : IKeyDoor
{
    private const int StreamPage = 1000;

    public async Task<KeyDescription?> DescribeAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/keys/{key}", key));
        return answer is null
            ? null
            : new KeyDescription((string)answer.Json["type"]!, (string)answer.Json["encoding"]!);
    }

    public async Task<bool> ExistsAsync(string key) =>
        await RestPeer.OrMissingAsync(peer.SendAsync("HEAD /v1/keys/{key}", key)) is not null;

    public async Task<bool> DeleteAsync(string key) =>
        await RestPeer.OrMissingAsync(peer.SendAsync("DELETE /v1/keys/{key}", key)) is not null;

    public Task<long> DeleteManyAsync(params string[] keys) => CountAsync("POST /v1/keys:batchDelete", keys);

    public Task<long> CountExistingAsync(params string[] keys) => CountAsync("POST /v1/keys:batchExists", keys);

    public Task<long> TouchAsync(params string[] keys) => CountAsync("POST /v1/keys:touch", keys);

    public Task RenameAsync(string key, string to, bool replace = false) =>
        peer.SendJsonAsync("POST /v1/keys/{key}/rename", key, Target(to, replace));

    public async Task<bool> CopyAsync(string key, string to, bool replace = false)
    {
        Task<RestAnswer> copied = peer.SendJsonAsync("POST /v1/keys/{key}/copy", key, Target(to, replace));
        return await RestPeer.UnlessAsync("TARGET_EXISTS", RequireAsync(copied));

        // A missing source is the other reason why nothing is copied.
        static async Task<RestAnswer> RequireAsync(Task<RestAnswer> answer) =>
            await RestPeer.OrMissingAsync(answer) ?? throw new DoorException("TARGET_EXISTS");
    }

    public Task<bool> ExpireAsync(string key, long ttlMs, string when = "always") =>
        ExpireAsync(key, new JsonObject { ["ttlMs"] = ttlMs, ["when"] = when });

    public Task<bool> ExpireAtAsync(string key, DateTimeOffset time) =>
        ExpireAsync(key, new JsonObject { ["expireAt"] = $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}" });

    public async Task<long> TtlMsAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/keys/{key}/ttl", key));
        return answer is null ? IKeyDoor.Missing : (long?)answer.Json["ttlMs"] ?? IKeyDoor.Forever;
    }

    public Task PersistAsync(string key) =>
        RestPeer.UnlessAsync("KEY_NOT_FOUND", peer.SendAsync("DELETE /v1/keys/{key}/ttl", key));

    public async Task<List<string>> ListAsync(string match, int pageSize, string? type = null)
    {
        string filter = $"match={Uri.EscapeDataString(match)}&limit={pageSize}&encoding=base64"
            + (type is null ? "" : $"&type={type}");
        var keys = new List<string>();
        string? cursor = null;
        do
        {
            string position = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            JsonNode page = (await peer.SendAsync($"GET /v1/keys?{filter}{position}", "plain")).Json;
            keys.AddRange(page["items"]!.AsArray().Select(item => RestPeer.Text(item!["key"])!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return keys;
    }

    public Task<List<string>> StreamAsync(string match) => ListAsync(match, StreamPage);

    public async Task<string?> RandomAsync()
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(
            peer.SendAsync("GET /v1/keys:random?encoding=base64", "plain"));
        return answer is null ? null : RestPeer.Text(answer.Json["key"]);
    }

    public async Task<string?> DumpAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/keys/{key}/dump", key));
        return answer is null ? null : Encoding.Latin1.GetString(answer.Body);
    }

    public async Task RestoreAsync(string key, string payload, long? ttlMs = null, bool replace = false)
    {
        string query = $"replace={(replace ? "true" : "false")}" + (ttlMs is null ? "" : $"&ttlMs={ttlMs}");
        RestAnswer answer = await peer.SendAsync(
            $"PUT /v1/keys/{{key}}/restore?{query}", key, payload, "Content-Type: application/octet-stream");
        Assert.Equal(201, answer.Status);
        Assert.DoesNotContain("/restore", answer.Header("Location"));
    }

    public async Task<long?> MemoryBytesAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/keys/{key}", key));
        return (long?)answer?.Json["memoryBytes"];
    }

    private async Task<bool> ExpireAsync(string key, JsonObject body)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendJsonAsync("PUT /v1/keys/{key}/ttl", key, body));
        return answer is not null && (bool)answer.Json["applied"]!;
    }

    private async Task<long> CountAsync(string request, string[] keys)
    {
        RestAnswer answer = await peer.SendJsonAsync(request, "", new JsonObject { ["keys"] = RestPeer.Many(keys) });
        return (long)answer.Json["count"]!;
    }

    private static JsonObject Target(string to, bool replace) =>
        new() { ["to"] = RestPeer.Bytes(to), ["replace"] = replace };
}
