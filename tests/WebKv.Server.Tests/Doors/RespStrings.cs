using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Strings over RESP.</summary>
public sealed class RespStrings(RespPeer peer) : IStringDoor
{
    public async Task<string?> GetAsync(string key) => (string?)await peer.CallAsync("GET", key);

    public async Task<bool> SetAsync(string key, string value, SetOptions? options = null)
    {
        var line = new List<string> { "SET", key, value };
        if (options?.TtlMs is { } ttlMs)
            line.AddRange(["PX", $"{ttlMs}"]);
        if (options?.ExpireAt is { } time)
            line.AddRange(["PXAT", $"{time.ToUnixTimeMilliseconds()}"]);
        if (options?.KeepTtl == true)
            line.Add("KEEPTTL");
        if (options?.IfExists is { } mustExist)
            line.Add(mustExist ? "XX" : "NX");
        return await peer.CallAsync([.. line]) is not null;
    }

    public async Task<string?> ReplaceAsync(string key, string value) =>
        (string?)await peer.CallAsync("SET", key, value, "GET");

    public async Task<bool> DeleteAsync(string key) => await peer.CallAsync("GETDEL", key) is not null;

    public async Task<string?[]> GetManyAsync(params string[] keys) =>
        [.. (await peer.CallAsync<object?[]>(["MGET", .. keys])).Cast<string?>()];

    public Task SetManyAsync(params (string Key, string Value)[] items) => peer.CallAsync(["MSET", .. Flatten(items)]);

    public Task<bool> SetManyIfAbsentAsync(params (string Key, string Value)[] items) =>
        peer.CallFlagAsync(["MSETNX", .. Flatten(items)]);

    public Task<long> AppendAsync(string key, string value) => peer.CallAsync<long>("APPEND", key, value);

    public Task<string> GetRangeAsync(string key, long start, long end) =>
        peer.CallAsync<string>("GETRANGE", key, $"{start}", $"{end}");

    public Task<long> SetRangeAsync(string key, long offset, string value) =>
        peer.CallAsync<long>("SETRANGE", key, $"{offset}", value);

    public Task<long> LengthAsync(string key) => peer.CallAsync<long>("STRLEN", key);

    public Task<long> IncrementAsync(string key, long by) => peer.CallAsync<long>("INCRBY", key, $"{by}");

    public async Task<double> IncrementFloatAsync(string key, double by)
    {
        string increment = by.ToString("R", CultureInfo.InvariantCulture);
        string sum = await peer.CallAsync<string>("INCRBYFLOAT", key, increment);
        return double.Parse(sum, CultureInfo.InvariantCulture);
    }

    public async Task<string?> TakeAsync(string key) => (string?)await peer.CallAsync("GETDEL", key);

    public async Task<string?> GetAndExpireAsync(string key, long? ttlMs) => (string?)await (ttlMs is null
        ? peer.CallAsync("GETEX", key, "PERSIST")
        : peer.CallAsync("GETEX", key, "PX", $"{ttlMs}"));

    public Task<bool> GetBitAsync(string key, long offset) => peer.CallFlagAsync("GETBIT", key, $"{offset}");

    public Task<bool> SetBitAsync(string key, long offset, bool bit) =>
        peer.CallFlagAsync("SETBIT", key, $"{offset}", bit ? "1" : "0");

    public Task<long> CountBitsAsync(string key, BitRange? range = null) =>
        peer.CallAsync<long>(["BITCOUNT", key, .. Words(range)]);

    public Task<long> FindBitAsync(string key, bool bit, BitRange? range = null) =>
        peer.CallAsync<long>(["BITPOS", key, bit ? "1" : "0", .. Words(range)]);

    public Task<long> CombineBitsAsync(string operation, string destination, params string[] sources) =>
        peer.CallAsync<long>(["BITOP", operation, destination, .. sources]);

    public async Task<long?[]> BitFieldAsync(string key, params BitFieldPart[] parts)
    {
        string[] words = [.. parts.SelectMany(Words)];
        string command = parts.All(part => part is { Set: null, Increment: null }) ? "BITFIELD_RO" : "BITFIELD";
        return [.. (await peer.CallAsync<object?[]>([command, key, .. words])).Select(each => (long?)each)];
    }

    private static string[] Words(BitFieldPart part)
    {
        string[] overflow = part is { Set: null, Increment: null }
            ? []
            : ["OVERFLOW", part.Overflow switch { "saturate" => "SAT", "fail" => "FAIL", _ => "WRAP" }];
        return part switch
        {
            { Set: { } value } => [.. overflow, "SET", part.Type, $"{part.Offset}", $"{value}"],
            { Increment: { } by } => [.. overflow, "INCRBY", part.Type, $"{part.Offset}", $"{by}"],
            _ => ["GET", part.Type, $"{part.Offset}"],
        };
    }

    private static string[] Words(BitRange? range) =>
        range is null ? [] : [$"{range.Start}", $"{range.End}", range.InBits ? "BIT" : "BYTE"];

    private static IEnumerable<string> Flatten((string Key, string Value)[] items) =>
        items.SelectMany(item => (string[])[item.Key, item.Value]);
}
