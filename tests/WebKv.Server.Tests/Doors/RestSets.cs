using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sets over REST.</summary>
public sealed class RestSets(RestPeer peer) : ISetDoor
{
    public Task<long> AddAsync(string key, params string[] members) => ChangeAsync("add", key, members);

    public async Task<bool> PutAsync(string key, string member) =>
        (await peer.SendAsync($"PUT /v1/sets/{{key}}/members/{RestPeer.Escape(member)}", key)).Status == 201;

    public Task<long> RemoveAsync(string key, params string[] members) => ChangeAsync("remove", key, members);

    public Task<bool> TakeOutAsync(string key, string member) => RestPeer.UnlessAsync(
        "NOT_FOUND", peer.SendAsync($"DELETE /v1/sets/{{key}}/members/{RestPeer.Escape(member)}", key));

    public async Task<long> CountAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/sets/{key}", key));
        RestAnswer? head = await RestPeer.OrMissingAsync(peer.SendAsync("HEAD /v1/sets/{key}", key));
        Assert.Equal(head is null, answer is null);
        return answer is null ? 0 : (long)answer.Json["count"]!;
    }

    public async Task<bool> HasAsync(string key, string member)
    {
        string target = $"/v1/sets/{{key}}/members/{RestPeer.Escape(member)}";
        bool has = await RestPeer.UnlessAsync("NOT_FOUND", peer.SendAsync($"GET {target}", key));
        if (has)
            await peer.SendAsync($"HEAD {target}", key);
        return has;
    }

    public async Task<bool[]> ContainsAsync(string key, params string[] members)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/sets/{key}/contains", key, new JsonObject { ["members"] = RestPeer.Many(members) });
        return [.. answer.Json["contains"]!.AsArray().Select(each => (bool)each!)];
    }

    public async Task<List<string>> MembersAsync(string key) =>
        Texts((await peer.SendAsync("GET /v1/sets/{key}/members?all=true&encoding=base64", key)).Json["members"]);

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize)
    {
        var members = new List<string>();
        string? cursor = null;
        do
        {
            string query = $"match={RestPeer.Escape(match)}&limit={pageSize}&encoding=base64"
                + (cursor is null ? "" : $"&cursor={cursor}");
            RestAnswer page = await peer.SendAsync($"GET /v1/sets/{{key}}/members?{query}", key);
            members.AddRange(Texts(page.Json["members"]));
            cursor = (string?)page.Json["nextCursor"];
        }
        while (cursor is not null);
        return members;
    }

    public Task<List<string>> StreamAsync(string key) => MembersAsync(key);

    public async Task<List<string>> PopAsync(string key, long count)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/sets/{key}/pop?encoding=base64", key, new JsonObject { ["count"] = count });
        return answer.Status == 204 ? [] : Texts(answer.Json["members"]);
    }

    public async Task<List<string>> RandomAsync(string key, long count)
    {
        RestAnswer answer = await peer.SendAsync($"GET /v1/sets/{{key}}/random?count={count}&encoding=base64", key);
        return answer.Status == 204 ? [] : Texts(answer.Json["members"]);
    }

    public async Task<bool> MoveAsync(string key, string to, string member)
    {
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/sets:move", "", new JsonObject
        {
            ["source"] = RestPeer.Bytes(key),
            ["destination"] = RestPeer.Bytes(to),
            ["member"] = RestPeer.Bytes(member),
        });
        return (bool)answer.Json["moved"]!;
    }

    public async Task<List<string>> CombineAsync(string operation, params string[] keys)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/sets:combine?encoding=base64", "", Combination(operation, keys));
        List<string> members = Texts(answer.Json["members"]);
        Assert.Equal(members.Count, (int)answer.Json["count"]!);
        return members;
    }

    public async Task<long> CountIntersectionAsync(long limit, params string[] keys)
    {
        JsonObject body = Combination("intersection", keys);
        body["countOnly"] = true;
        body["limit"] = limit;
        return await CountAsync(body);
    }

    public async Task<long> StoreAsync(string operation, string destination, params string[] keys)
    {
        JsonObject body = Combination(operation, keys);
        body["storeInto"] = RestPeer.Bytes(destination);
        return await CountAsync(body);
    }

    private static JsonObject Combination(string operation, string[] keys) =>
        new() { ["op"] = operation, ["keys"] = RestPeer.Many(keys) };

    private async Task<long> CountAsync(JsonObject combination)
    {
        RestAnswer answer = await peer.SendJsonAsync("POST /v1/sets:combine", "", combination);
        Assert.Null(answer.Json["members"]);
        return (long)answer.Json["count"]!;
    }

    private async Task<long> ChangeAsync(string action, string key, string[] members)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            $"POST /v1/sets/{{key}}/{action}", key, new JsonObject { ["members"] = RestPeer.Many(members) });
        return (long)answer.Json["changed"]!;
    }

    private static List<string> Texts(JsonNode? members) =>
        [.. members!.AsArray().Select(member => RestPeer.Text(member)!)];
}
