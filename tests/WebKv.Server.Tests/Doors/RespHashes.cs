using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Hashes over RESP.</summary>
public sealed class RespHashes(RespPeer peer) : IHashDoor
{
    private const long NoField = -2;

    public Task<long> SetAsync(string key, params (string Field, string Value)[] fields) => peer.CallAsync<long>(
        ["HSET", key, .. fields.SelectMany(pair => new[] { pair.Field, pair.Value })]);

    public Task<bool> PutAsync(string key, string field, string value, SetOptions? options = null)
    {
        var words = new List<string>();
        if (options?.IfExists is { } mustExist)
            words.Add(mustExist ? "FXX" : "FNX");
        if (options?.TtlMs is { } ttlMs)
            words.AddRange(["PX", $"{ttlMs}"]);
        if (options?.KeepTtl == true)
            words.Add("KEEPTTL");
        return peer.CallFlagAsync(["HSETEX", key, .. words, "FIELDS", "1", field, value]);
    }

    public async Task<string?> GetAsync(string key, string field) => (string?)await peer.CallAsync("HGET", key, field);

    public Task<string?[]> GetManyAsync(string key, params string[] fields) => ManyAsync(["HMGET", key, .. fields]);

    public async Task<List<string>> AllAsync(string key) => Pairs(await peer.CallAsync<object?[]>("HGETALL", key));

    public Task<long> RemoveAsync(string key, params string[] fields) =>
        peer.CallAsync<long>(["HDEL", key, .. fields]);

    public Task<bool> TakeOutAsync(string key, string field) => peer.CallFlagAsync("HDEL", key, field);

    public Task<string?[]> TakeAsync(string key, params string[] fields) =>
        ManyAsync(["HGETDEL", key, "FIELDS", $"{fields.Length}", .. fields]);

    public Task<string?[]> GetAndExpireAsync(string key, long? ttlMs, params string[] fields)
    {
        string[] change = ttlMs is null ? ["PERSIST"] : ["PX", $"{ttlMs}"];
        return ManyAsync(["HGETEX", key, .. change, "FIELDS", $"{fields.Length}", .. fields]);
    }

    public Task<long> LengthAsync(string key) => peer.CallAsync<long>("HLEN", key);

    public async Task<long?> LengthAsync(string key, string field) =>
        await peer.CallFlagAsync("HEXISTS", key, field) ? await peer.CallAsync<long>("HSTRLEN", key, field) : null;

    public Task<long> IncrementAsync(string key, string field, long by) =>
        peer.CallAsync<long>("HINCRBY", key, field, $"{by}");

    public async Task<double> IncrementFloatAsync(string key, string field, double by)
    {
        string increment = by.ToString(CultureInfo.InvariantCulture);
        string sum = await peer.CallAsync<string>("HINCRBYFLOAT", key, field, increment);
        return double.Parse(sum, CultureInfo.InvariantCulture);
    }

    public async Task<List<string>> RandomAsync(string key, long count) =>
        [.. (await peer.CallAsync<object?[]>("HRANDFIELD", key, $"{count}")).Cast<string>()];

    public async Task<List<string>> RandomPairsAsync(string key, long count) =>
        Pairs(await peer.CallAsync<object?[]>("HRANDFIELD", key, $"{count}", "WITHVALUES"));

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize, bool namesOnly)
    {
        var found = new List<string>();
        var cursor = "0";
        do
        {
            string[] line = ["HSCAN", key, cursor, "MATCH", match, "COUNT", $"{pageSize}"];
            object?[] page = await peer.CallAsync<object?[]>(namesOnly ? [.. line, "NOVALUES"] : line);
            cursor = (string)page[0]!;
            var items = (object?[])page[1]!;
            found.AddRange(namesOnly ? items.Cast<string>() : Pairs(items));
        }
        while (cursor != "0");
        return found;
    }

    public Task<bool?> ExpireAsync(string key, string field, long ttlMs, string when = "always")
    {
        string[] condition = when switch
        {
            "ifNone" => ["NX"],
            "ifSome" => ["XX"],
            "ifGreater" => ["GT"],
            "ifLess" => ["LT"],
            _ => [],
        };
        return ChangeAsync(["HPEXPIRE", key, $"{ttlMs}", .. condition, "FIELDS", "1", field]);
    }

    public Task<bool?> ExpireAtAsync(string key, string field, DateTimeOffset time) =>
        ChangeAsync("HPEXPIREAT", key, $"{time.ToUnixTimeMilliseconds()}", "FIELDS", "1", field);

    public Task<long> TtlAsync(string key, string field) => OneAsync("HPTTL", key, "FIELDS", "1", field);

    public async Task<bool> PersistAsync(string key, string field) =>
        await OneAsync("HPERSIST", key, "FIELDS", "1", field) != NoField;

    private async Task<bool?> ChangeAsync(params string[] line)
    {
        long result = await OneAsync(line);
        return result == NoField ? null : result != 0;
    }

    private async Task<long> OneAsync(params string[] line) => (long)(await peer.CallAsync<object?[]>(line))[0]!;

    private async Task<string?[]> ManyAsync(string[] line) =>
        [.. (await peer.CallAsync<object?[]>(line)).Cast<string?>()];

    private static List<string> Pairs(object?[] items) =>
        [.. items.Chunk(2).Select(pair => $"{pair[0]}={pair[1]}").Order(StringComparer.Ordinal)];
}
