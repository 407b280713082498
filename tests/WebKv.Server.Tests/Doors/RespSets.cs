namespace WebKv.Server.Tests.Doors;

/// <summary>Sets over RESP.</summary>
public sealed class RespSets(RespPeer peer) : ISetDoor
{
    private const int StreamPage = 1000;

    public Task<long> AddAsync(string key, params string[] members) => peer.CallAsync<long>(["SADD", key, .. members]);

    public Task<bool> PutAsync(string key, string member) => peer.CallFlagAsync("SADD", key, member);

    public Task<long> RemoveAsync(string key, params string[] members) =>
        peer.CallAsync<long>(["SREM", key, .. members]);

    public Task<bool> TakeOutAsync(string key, string member) => peer.CallFlagAsync("SREM", key, member);

    public Task<long> CountAsync(string key) => peer.CallAsync<long>("SCARD", key);

    public Task<bool> HasAsync(string key, string member) => peer.CallFlagAsync("SISMEMBER", key, member);

    public async Task<bool[]> ContainsAsync(string key, params string[] members) =>
        [.. (await peer.CallAsync<object?[]>(["SMISMEMBER", key, .. members])).Select(each => each is 1L)];

    public Task<List<string>> MembersAsync(string key) => ListAsync("SMEMBERS", key);

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize)
    {
        var members = new List<string>();
        var cursor = "0";
        do
        {
            object?[] page = await peer.CallAsync<object?[]>(
                "SSCAN", key, cursor, "MATCH", match, "COUNT", $"{pageSize}");
            cursor = (string)page[0]!;
            members.AddRange(((object?[])page[1]!).Cast<string>());
        }
        while (cursor != "0");
        return members;
    }

    public Task<List<string>> StreamAsync(string key) => ScanAsync(key, "*", StreamPage);

    public Task<List<string>> PopAsync(string key, long count) => ListAsync("SPOP", key, $"{count}");

    public Task<List<string>> RandomAsync(string key, long count) => ListAsync("SRANDMEMBER", key, $"{count}");

    public Task<bool> MoveAsync(string key, string to, string member) => peer.CallFlagAsync("SMOVE", key, to, member);

    public Task<List<string>> CombineAsync(string operation, params string[] keys) =>
        ListAsync([NameOf(operation), .. keys]);

    public Task<long> CountIntersectionAsync(long limit, params string[] keys) =>
        peer.CallAsync<long>(["SINTERCARD", $"{keys.Length}", .. keys, "LIMIT", $"{limit}"]);

    public Task<long> StoreAsync(string operation, string destination, params string[] keys) =>
        peer.CallAsync<long>([NameOf(operation) + "STORE", destination, .. keys]);

    private async Task<List<string>> ListAsync(params string[] line) =>
        [.. (await peer.CallAsync<object?[]>(line)).Cast<string>()];

    private static string NameOf(string operation) => operation switch
    {
        "union" => "SUNION",
        "intersection" => "SINTER",
        _ => "SDIFF",
    };
}
