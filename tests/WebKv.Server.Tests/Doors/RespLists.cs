namespace WebKv.Server.Tests.Doors;

/// <summary>Lists over RESP.</summary>
public sealed class RespLists(RespPeer peer) : IListDoor
{
    public Task<long> PushAsync(string key, string side, bool onlyIfExists, params string[] values) =>
        peer.CallAsync<long>([$"{Letter(side)}PUSH{(onlyIfExists ? "X" : "")}", key, .. values]);

    public async Task<string[]?> PopAsync(string key, string side, long count)
    {
        object? popped = count == 1
            ? await peer.CallAsync($"{Letter(side)}POP", key)
            : await peer.CallAsync($"{Letter(side)}POP", key, $"{count}");
        return popped switch
        {
            null => null,
            object?[] many => Texts(many),
            var one => [(string)one],
        };
    }

    public async Task<(string Key, string[] Values)?> PopAnyAsync(string[] keys, string side, long count)
    {
        object? popped = await peer.CallAsync(["LMPOP", $"{keys.Length}", .. keys, side, "COUNT", $"{count}"]);
        return popped is object?[] pair ? ((string)pair[0]!, Texts((object?[])pair[1]!)) : null;
    }

    public async Task<string?> MoveAsync(string source, string destination, string from, string to) =>
        (string?)await peer.CallAsync("LMOVE", source, destination, from, to);

    public async Task<string[]> RangeAsync(string key, long start, long stop) =>
        Texts(await peer.CallAsync<object?[]>("LRANGE", key, $"{start}", $"{stop}"));

    public async Task<string?> GetItemAsync(string key, long index) =>
        (string?)await peer.CallAsync("LINDEX", key, $"{index}");

    public Task SetItemAsync(string key, long index, string value) => peer.CallAsync("LSET", key, $"{index}", value);

    public async Task<long?> InsertAsync(string key, bool before, string pivot, string value)
    {
        long length = await peer.CallAsync<long>("LINSERT", key, before ? "BEFORE" : "AFTER", pivot, value);
        return length > 0 ? length : null;
    }

    public Task<long> RemoveAsync(string key, long count, string value) =>
        peer.CallAsync<long>("LREM", key, $"{count}", value);

    public Task TrimAsync(string key, long start, long stop) => peer.CallAsync("LTRIM", key, $"{start}", $"{stop}");

    public async Task<long[]> FindAsync(string key, string value, long rank = 1, long count = 1, long maxLen = 0) =>
        [.. (await peer.CallAsync<object?[]>(
            "LPOS", key, value, "RANK", $"{rank}", "COUNT", $"{count}", "MAXLEN", $"{maxLen}")).Cast<long>()];

    public Task<long> LengthAsync(string key) => peer.CallAsync<long>("LLEN", key);

    private static char Letter(string side) => char.ToUpperInvariant(side[0]);

    private static string[] Texts(object?[] items) => [.. items.Cast<string>()];
}
