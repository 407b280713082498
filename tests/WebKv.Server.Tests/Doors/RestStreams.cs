using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Streams over REST.</summary>
public sealed class RestStreams(RestPeer peer) : IStreamDoor
{
    private const string Groups = "/v1/streams/{key}/groups";

    public async Task<string?> AppendAsync(string key, string? id, string[] fields, StreamAppend? options = null)
    {
        var body = new JsonObject
        {
            ["id"] = id,
            ["fields"] = new JsonArray([.. fields.Chunk(2).Select(pair => new JsonObject
            {
                ["field"] = RestPeer.Bytes(pair[0]),
                ["value"] = RestPeer.Bytes(pair[1]),
            })]),
            ["noMakeStream"] = options is { OnlyIfExists: true },
        };
        if (options is { MaxLength: not null } or { MinId: not null })
            body["trim"] = new JsonObject { ["maxLen"] = options.MaxLength, ["minId"] = options.MinId };
        RestAnswer? answer = await RestPeer.OrMissingAsync(
            peer.SendJsonAsync("POST /v1/streams/{key}/entries", key, body));
        return answer is null ? null : (string)answer.Json["id"]!;
    }

    public async Task<List<StreamEntryText>> RangeAsync(
        string key, string start = "-", string end = "+", bool reverse = false, int count = 100)
    {
        string query = $"start={Uri.EscapeDataString(start)}&end={Uri.EscapeDataString(end)}"
            + $"&rev={(reverse ? "true" : "false")}&limit={count}&encoding=base64";
        RestAnswer answer = await peer.SendAsync("GET /v1/streams/{key}/entries?" + query, key);
        return Entries(answer.Json["entries"]);
    }

    public async Task<StreamEntryText?> GetAsync(string key, string id)
    {
        try
        {
            return Entry((await peer.SendAsync($"GET /v1/streams/{{key}}/entries/{id}?encoding=base64", key)).Json);
        }
        catch (DoorException e) when (e.Codes.Contains("NOT_FOUND") || e.Codes.Contains("KEY_NOT_FOUND"))
        {
            return null;
        }
    }

    public async Task<Dictionary<string, List<StreamEntryText>>> ReadAsync(
        params (string Key, string After)[] streams)
    {
        var items = new JsonArray([.. streams.Select(stream => new JsonObject
        {
            ["key"] = RestPeer.Bytes(stream.Key),
            ["after"] = stream.After,
        })]);
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/streams:read?encoding=base64", "plain", new JsonObject { ["streams"] = items });
        return answer.Status == 204 ? [] : answer.Json["streams"]!.AsArray()
            .ToDictionary(stream => RestPeer.Text(stream!["key"])!, stream => Entries(stream!["entries"]));
    }

    public async Task<bool> DeleteAsync(string key, string id)
    {
        try
        {
            await peer.SendAsync($"DELETE /v1/streams/{{key}}/entries/{id}", key);
            return true;
        }
        catch (DoorException e) when (e.Codes.Contains("NOT_FOUND") || e.Codes.Contains("KEY_NOT_FOUND"))
        {
            return false;
        }
    }

    public async Task<long> TrimAsync(string key, long maxLength)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            "POST /v1/streams/{key}/trim", key, new JsonObject { ["maxLen"] = maxLength });
        return (long)answer.Json["removed"]!;
    }

    public async Task<(long Length, string LastId, long Groups)?> DescribeAsync(string key)
    {
        RestAnswer? answer = await RestPeer.OrMissingAsync(peer.SendAsync("GET /v1/streams/{key}", key));
        return answer is null
            ? null
            : ((long)answer.Json["length"]!, (string)answer.Json["lastId"]!, (long)answer.Json["groups"]!);
    }

    public Task CreateGroupAsync(string key, string group, string start, bool makeStream = false) =>
        peer.SendJsonAsync(
            $"PUT {Groups}/{group}", key, new JsonObject { ["start"] = start, ["makeStream"] = makeStream });

    public Task<bool> DeleteGroupAsync(string key, string group) =>
        RestPeer.UnlessAsync("NO_GROUP", peer.SendAsync($"DELETE {Groups}/{group}", key));

    public Task SetPositionAsync(string key, string group, string id) =>
        peer.SendJsonAsync($"PUT {Groups}/{group}/position", key, new JsonObject { ["id"] = id });

    public async Task<List<(string Name, long Pending, long? Lag)>> GroupsAsync(string key)
    {
        RestAnswer answer = await peer.SendAsync($"GET {Groups}?encoding=base64", key);
        return [.. answer.Json["groups"]!.AsArray().Select(
            group => (RestPeer.Text(group!["name"])!, (long)group["pending"]!, (long?)group["lag"]))];
    }

    public async Task<bool> CreateConsumerAsync(string key, string group, string consumer) =>
        (await peer.SendAsync($"PUT {Groups}/{group}/consumers/{consumer}", key)).Status == 201;

    public async Task<long?> DeleteConsumerAsync(string key, string group, string consumer)
    {
        try
        {
            RestAnswer answer = await peer.SendAsync($"DELETE {Groups}/{group}/consumers/{consumer}", key);
            return (long)answer.Json["pending"]!;
        }
        catch (DoorException e) when (e.Codes.Contains("NOT_FOUND"))
        {
            return null;
        }
    }

    public async Task<List<(string Name, long Pending)>> ConsumersAsync(string key, string group)
    {
        RestAnswer answer = await peer.SendAsync($"GET {Groups}/{group}/consumers?encoding=base64", key);
        return [.. answer.Json["consumers"]!.AsArray().Select(
            consumer => (RestPeer.Text(consumer!["name"])!, (long)consumer["pending"]!))];
    }

    public async Task<List<StreamEntryText>?> ReadGroupAsync(
        string key, string group, string consumer, string after = ">", int count = 100, bool noAck = false)
    {
        var body = new JsonObject
        {
            ["consumer"] = RestPeer.Bytes(consumer),
            ["after"] = after,
            ["count"] = count,
            ["noAck"] = noAck,
        };
        RestAnswer answer = await peer.SendJsonAsync($"POST {Groups}/{group}/read?encoding=base64", key, body);
        return answer.Status == 204 ? null : Entries(answer.Json["entries"]);
    }

    public async Task<long> AcknowledgeAsync(string key, string group, params string[] ids)
    {
        RestAnswer answer = await peer.SendJsonAsync(
            $"POST {Groups}/{group}/ack", key, new JsonObject { ["ids"] = Texts(ids) });
        return (long)answer.Json["acknowledged"]!;
    }

    public async Task<List<(string Id, string Consumer, long Deliveries)>> PendingAsync(
        string key, string group, string? consumer = null)
    {
        string owner = consumer is null ? "" : $"&consumer={Uri.EscapeDataString(consumer)}";
        RestAnswer answer = await peer.SendAsync($"GET {Groups}/{group}/pending?encoding=base64{owner}", key);
        return [.. answer.Json["entries"]!.AsArray().Select(
            entry => ((string)entry!["id"]!, RestPeer.Text(entry["consumer"])!, (long)entry["deliveries"]!))];
    }

    public async Task<List<string>> ClaimAsync(
        string key, string group, string consumer, string[] ids, long minIdleMs = 0, bool force = false)
    {
        var body = new JsonObject
        {
            ["consumer"] = RestPeer.Bytes(consumer),
            ["minIdleMs"] = minIdleMs,
            ["ids"] = Texts(ids),
            ["force"] = force,
        };
        RestAnswer answer = await peer.SendJsonAsync($"POST {Groups}/{group}/claim?encoding=base64", key, body);
        List<string> claimed = Strings(answer.Json["ids"]);
        Assert.Equal(claimed, Entries(answer.Json["entries"]).Select(entry => entry.Id));
        return claimed;
    }

    public async Task<(List<string> Ids, List<string> Deleted, string? Next)> AutoClaimAsync(
        string key, string group, string consumer, string? start = null, int count = 100)
    {
        var body = new JsonObject { ["consumer"] = RestPeer.Bytes(consumer), ["cursor"] = start, ["count"] = count };
        RestAnswer answer = await peer.SendJsonAsync($"POST {Groups}/{group}/auto-claim", key, body);
        return (
            Strings(answer.Json["ids"]), Strings(answer.Json["deletedIds"]), (string?)answer.Json["nextCursor"]);
    }

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static List<string> Strings(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];

    private static List<StreamEntryText> Entries(JsonNode? list) => [.. list!.AsArray().Select(Entry)];

    private static StreamEntryText Entry(JsonNode? entry) => new(
        (string)entry!["id"]!,
        entry["fields"]?.AsArray().SelectMany(
            field => (string[])[RestPeer.Text(field!["field"])!, RestPeer.Text(field["value"])!]).ToArray());
}
