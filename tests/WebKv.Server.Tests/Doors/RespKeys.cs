namespace WebKv.Server.Tests.Doors;

/// <summary>Keys over RESP.</summary>
public sealed class RespKeys(RespPeer peer) : IKeyDoor
{
    private const int StreamPage = 1000;

    public async Task<KeyDescription?> DescribeAsync(string key)
    {
        string type = await peer.CallAsync<string>("TYPE", key);
        return type == "none"
            ? null
            : new KeyDescription(type, await peer.CallAsync<string>("OBJECT", "ENCODING", key));
    }

    public Task<bool> ExistsAsync(string key) => peer.CallFlagAsync("EXISTS", key);

    public Task<bool> DeleteAsync(string key) => peer.CallFlagAsync("DEL", key);

    public Task<long> DeleteManyAsync(params string[] keys) => peer.CallAsync<long>(["DEL", .. keys]);

    public Task<long> CountExistingAsync(params string[] keys) => peer.CallAsync<long>(["EXISTS", .. keys]);

    public Task<long> TouchAsync(params string[] keys) => peer.CallAsync<long>(["TOUCH", .. keys]);

    public async Task RenameAsync(string key, string to, bool replace = false)
    {
        if (replace)
            await peer.CallAsync("RENAME", key, to);
        else if (!await peer.CallFlagAsync("RENAMENX", key, to))
            throw new DoorException("TARGET_EXISTS");
    }

    public Task<bool> CopyAsync(string key, string to, bool replace = false) =>
        replace ? peer.CallFlagAsync("COPY", key, to, "REPLACE") : peer.CallFlagAsync("COPY", key, to);

    public Task<bool> ExpireAsync(string key, long ttlMs, string when = "always")
    {
        string[] condition = when switch
        {
            "ifNone" => ["NX"],
            "ifSome" => ["XX"],
            "ifGreater" => ["GT"],
            "ifLess" => ["LT"],
            _ => [],
        };
        return peer.CallFlagAsync(["PEXPIRE", key, $"{ttlMs}", .. condition]);
    }

    public Task<bool> ExpireAtAsync(string key, DateTimeOffset time) =>
        peer.CallFlagAsync("PEXPIREAT", key, $"{time.ToUnixTimeMilliseconds()}");

    public Task<long> TtlMsAsync(string key) => peer.CallAsync<long>("PTTL", key);

    public Task PersistAsync(string key) => peer.CallAsync("PERSIST", key);

    public async Task<List<string>> ListAsync(string match, int pageSize, string? type = null)
    {
        var keys = new List<string>();
        var cursor = "0";
        do
        {
            string[] line = ["SCAN", cursor, "MATCH", match, "COUNT", $"{pageSize}"];
            object?[] page = await peer.CallAsync<object?[]>(type is null ? line : [.. line, "TYPE", type]);
            cursor = (string)page[0]!;
            keys.AddRange(((object?[])page[1]!).Cast<string>());
        }
        while (cursor != "0");
        return keys;
    }

    public Task<List<string>> StreamAsync(string match) => ListAsync(match, StreamPage);

    public async Task<string?> RandomAsync() => (string?)await peer.CallAsync("RANDOMKEY");

    public async Task<string?> DumpAsync(string key) => (string?)await peer.CallAsync("DUMP", key);

    public Task RestoreAsync(string key, string payload, long? ttlMs = null, bool replace = false) =>
        peer.CallAsync(["RESTORE", key, $"{ttlMs ?? 0}", payload, .. replace ? ["REPLACE"] : (string[])[]]);

    public async Task<long?> MemoryBytesAsync(string key) => (long?)await peer.CallAsync("MEMORY", "USAGE", key);
}
