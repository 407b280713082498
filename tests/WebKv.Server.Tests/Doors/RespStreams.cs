using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Streams over RESP.</summary>
public sealed class RespStreams(RespPeer peer) : IStreamDoor
{
    public async Task<string?> AppendAsync(string key, string? id, string[] fields, StreamAppend? options = null)
    {
        string[] made = options is { OnlyIfExists: true } ? ["NOMKSTREAM"] : [];
        string[] trim = options switch
        {
            { MaxLength: { } length } => ["MAXLEN", $"{length}"],
            { MinId: { } minId } => ["MINID", minId],
            _ => [],
        };
        return (string?)await peer.CallAsync(["XADD", key, .. made, .. trim, id ?? "*", .. fields]);
    }

    public async Task<List<StreamEntryText>> RangeAsync(
        string key, string start = "-", string end = "+", bool reverse = false, int count = 100) => Entries(reverse
            ? await peer.CallAsync("XREVRANGE", key, end, start, "COUNT", $"{count}")
            : await peer.CallAsync("XRANGE", key, start, end, "COUNT", $"{count}"));

    public async Task<StreamEntryText?> GetAsync(string key, string id) =>
        (await RangeAsync(key, id, id)).SingleOrDefault();

    public async Task<Dictionary<string, List<StreamEntryText>>> ReadAsync(
        params (string Key, string After)[] streams)
    {
        string[] line = ["XREAD", "STREAMS", .. streams.Select(s => s.Key), .. streams.Select(s => s.After)];
        return Streams(await peer.CallAsync(line));
    }

    public Task<bool> DeleteAsync(string key, string id) => peer.CallFlagAsync("XDEL", key, id);

    public Task<long> TrimAsync(string key, long maxLength) =>
        peer.CallAsync<long>("XTRIM", key, "MAXLEN", $"{maxLength}");

    public async Task<(long Length, string LastId, long Groups)?> DescribeAsync(string key)
    {
        try
        {
            Dictionary<string, object?> info = Map(await peer.CallAsync("XINFO", "STREAM", key));
            return ((long)info["length"]!, (string)info["last-generated-id"]!, (long)info["groups"]!);
        }
        catch (DoorException e) when (e.Codes.Contains("KEY_NOT_FOUND"))
        {
            return null;
        }
    }

    public Task CreateGroupAsync(string key, string group, string start, bool makeStream = false) =>
        peer.CallAsync(["XGROUP", "CREATE", key, group, start, .. makeStream ? new[] { "MKSTREAM" } : []]);

    public Task<bool> DeleteGroupAsync(string key, string group) => peer.CallFlagAsync("XGROUP", "DESTROY", key, group);

    public Task SetPositionAsync(string key, string group, string id) =>
        peer.CallAsync("XGROUP", "SETID", key, group, id);

    public async Task<List<(string Name, long Pending, long? Lag)>> GroupsAsync(string key) =>
        [.. Items(await peer.CallAsync("XINFO", "GROUPS", key)).Select(Map)
            .Select(group => ((string)group["name"]!, (long)group["pending"]!, (long?)group["lag"]))];

    public Task<bool> CreateConsumerAsync(string key, string group, string consumer) =>
        peer.CallFlagAsync("XGROUP", "CREATECONSUMER", key, group, consumer);

    public async Task<long?> DeleteConsumerAsync(string key, string group, string consumer) =>
        await peer.CallAsync<long>("XGROUP", "DELCONSUMER", key, group, consumer);

    public async Task<List<(string Name, long Pending)>> ConsumersAsync(string key, string group) =>
        [.. Items(await peer.CallAsync("XINFO", "CONSUMERS", key, group)).Select(Map)
            .Select(consumer => ((string)consumer["name"]!, (long)consumer["pending"]!))];

    public async Task<List<StreamEntryText>?> ReadGroupAsync(
        string key, string group, string consumer, string after = ">", int count = 100, bool noAck = false)
    {
        string[] options = noAck ? ["NOACK"] : [];
        object? reply = await peer.CallAsync(
            ["XREADGROUP", "GROUP", group, consumer, "COUNT", $"{count}", .. options, "STREAMS", key, after]);
        return reply is null ? null : Streams(reply).Single().Value;
    }

    public Task<long> AcknowledgeAsync(string key, string group, params string[] ids) =>
        peer.CallAsync<long>(["XACK", key, group, .. ids]);

    public async Task<List<(string Id, string Consumer, long Deliveries)>> PendingAsync(
        string key, string group, string? consumer = null)
    {
        string[] owner = consumer is null ? [] : [consumer];
        object? reply = await peer.CallAsync(["XPENDING", key, group, "-", "+", "100", .. owner]);
        return [.. Items(reply).Select(Items).Select(entry => ((string)entry[0]!, (string)entry[1]!, (long)entry[3]!))];
    }

    public async Task<List<string>> ClaimAsync(
        string key, string group, string consumer, string[] ids, long minIdleMs = 0, bool force = false)
    {
        string idle = minIdleMs.ToString(CultureInfo.InvariantCulture);
        string[] options = force ? ["FORCE"] : [];
        return [.. Entries(await peer.CallAsync(["XCLAIM", key, group, consumer, idle, .. ids, .. options]))
            .Select(entry => entry.Id)];
    }

    public async Task<(List<string> Ids, List<string> Deleted, string? Next)> AutoClaimAsync(
        string key, string group, string consumer, string? start = null, int count = 100)
    {
        object?[] reply = Items(
            await peer.CallAsync("XAUTOCLAIM", key, group, consumer, "0", start ?? "0", "COUNT", $"{count}"));
        var next = (string)reply[0]!;
        return (
            [.. Entries(reply[1]).Select(entry => entry.Id)],
            [.. Items(reply[2]).Cast<string>()],
            next == "0-0" ? null : next);
    }

    private static object?[] Items(object? reply) => (object?[])reply!;

    private static Dictionary<string, object?> Map(object? reply) =>
        Items(reply).Chunk(2).ToDictionary(pair => (string)pair[0]!, pair => pair[1]);

    private static Dictionary<string, List<StreamEntryText>> Streams(object? reply) => reply is null
        ? []
        : Items(reply).Select(Items).ToDictionary(stream => (string)stream[0]!, stream => Entries(stream[1]));

    private static List<StreamEntryText> Entries(object? reply) => [.. Items(reply).Select(Items)
        .Select(entry => new StreamEntryText((string)entry[0]!, (entry[1] as object?[])?.Cast<string>().ToArray()))];
}
