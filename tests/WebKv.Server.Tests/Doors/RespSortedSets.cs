using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sorted sets over RESP.</summary>
public sealed class RespSortedSets(RespPeer peer) : ISortedSetDoor
{
    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Scored[] entries)
    {
        // CH counts both; what is new is the difference in size.
        long before = await CountAsync(key);
        string[] pairs = [.. entries.SelectMany(entry => (string[])[Text(entry.Score), entry.Member])];
        long both = await peer.CallAsync<long>(["ZADD", key, .. WordsOf(mode), "CH", .. pairs]);
        long added = await CountAsync(key) - before;
        return (added, both - added);
    }

    public Task<bool> PutAsync(string key, string member, double score) =>
        peer.CallFlagAsync("ZADD", key, Text(score), member);

    public async Task<double?> IncrementAsync(string key, string mode, string member, double by)
    {
        object? sum = mode.Length == 0
            ? await peer.CallAsync("ZINCRBY", key, Text(by), member)
            : await peer.CallAsync(["ZADD", key, .. WordsOf(mode), "INCR", Text(by), member]);
        return Number(sum);
    }

    public Task<long> RemoveAsync(string key, params string[] members) =>
        peer.CallAsync<long>(["ZREM", key, .. members]);

    public Task<bool> TakeOutAsync(string key, string member) => peer.CallFlagAsync("ZREM", key, member);

    public Task<long> CountAsync(string key) => peer.CallAsync<long>("ZCARD", key);

    public async Task<double?[]> ScoresAsync(string key, params string[] members) =>
        [.. (await peer.CallAsync<object?[]>(["ZMSCORE", key, .. members])).Select(Number)];

    public async Task<(long Rank, long ReverseRank, double Score)?> RankAsync(string key, string member)
    {
        var low = (object?[]?)await peer.CallAsync("ZRANK", key, member, "WITHSCORE");
        var high = (object?[]?)await peer.CallAsync("ZREVRANK", key, member, "WITHSCORE");
        return low is null ? null : ((long)low[0]!, (long)high![0]!, Number(low[1])!.Value);
    }

    public async Task<Scored[]> RangeAsync(string key, SortedSetPart part)
    {
        if (part.By != "lex")
            return await EntriesAsync(["ZRANGE", key, .. part.Words(), "WITHSCORES"]);
        // WITHSCORES does not go with BYLEX.
        string[] members = [.. (await peer.CallAsync<object?[]>(["ZRANGE", key, .. part.Words()])).Cast<string>()];
        double?[] scores = members.Length == 0 ? [] : await ScoresAsync(key, members);
        return [.. members.Zip(scores, (member, score) => new Scored(member, score!.Value))];
    }

    public Task<long> CountRangeAsync(string key, SortedSetPart part) =>
        peer.CallAsync<long>(part.By == "lex" ? "ZLEXCOUNT" : "ZCOUNT", key, part.Low, part.High);

    public Task<long> RemoveRangeAsync(string key, SortedSetPart part) =>
        peer.CallAsync<long>($"ZREMRANGEBY{part.By.ToUpperInvariant()}", key, part.Low, part.High);

    public Task<long> StoreRangeAsync(string key, string destination, SortedSetPart part) =>
        peer.CallAsync<long>(["ZRANGESTORE", destination, key, .. part.Words()]);

    public Task<Scored[]> PopAsync(string key, bool highest, long count) =>
        EntriesAsync([highest ? "ZPOPMAX" : "ZPOPMIN", key, $"{count}"]);

    public async Task<(string Key, Scored[] Entries)?> PopFirstAsync(string[] keys, bool highest, long count)
    {
        var popped = (object?[]?)await peer.CallAsync(
            ["ZMPOP", $"{keys.Length}", .. keys, highest ? "MAX" : "MIN", "COUNT", $"{count}"]);
        if (popped is null)
            return null;
        return ((string)popped[0]!, [.. ((object?[])popped[1]!).Cast<object?[]>().SelectMany(Pairs)]);
    }

    public Task<Scored[]> RandomAsync(string key, long count) =>
        EntriesAsync(["ZRANDMEMBER", key, $"{count}", "WITHSCORES"]);

    public async Task<Scored[]> ScanAsync(string key, string match, int pageSize)
    {
        var entries = new List<Scored>();
        var cursor = "0";
        do
        {
            object?[] page = await peer.CallAsync<object?[]>(
                "ZSCAN", key, cursor, "MATCH", match, "COUNT", $"{pageSize}");
            cursor = (string)page[0]!;
            entries.AddRange(Pairs((object?[])page[1]!));
        }
        while (cursor != "0");
        return [.. entries];
    }

    public Task<Scored[]> CombineAsync(
        string operation, string[] keys, double[]? weights = null, string? aggregate = null) =>
        EntriesAsync([NameOf(operation), $"{keys.Length}", .. keys, .. Options(weights, aggregate), "WITHSCORES"]);

    public Task<long> CountIntersectionAsync(long limit, params string[] keys) =>
        peer.CallAsync<long>(["ZINTERCARD", $"{keys.Length}", .. keys, "LIMIT", $"{limit}"]);

    public Task<long> StoreAsync(
        string operation, string destination, string[] keys, double[]? weights = null, string? aggregate = null) =>
        peer.CallAsync<long>(
            [NameOf(operation) + "STORE", destination, $"{keys.Length}", .. keys, .. Options(weights, aggregate)]);

    private async Task<Scored[]> EntriesAsync(string[] line) => Pairs(await peer.CallAsync<object?[]>(line));

    private static Scored[] Pairs(object?[] flat) =>
        [.. flat.Chunk(2).Select(pair => new Scored((string)pair[0]!, Number(pair[1])!.Value))];

    private static string[] WordsOf(string mode) => mode switch
    {
        "ifAbsent" => ["NX"],
        "ifPresent" => ["XX"],
        "ifGreater" => ["GT"],
        "ifLess" => ["LT"],
        "ifPresentAndGreater" => ["XX", "GT"],
        "ifPresentAndLess" => ["XX", "LT"],
        _ => [],
    };

    private static string[] Options(double[]? weights, string? aggregate) =>
    [
        .. weights is null ? [] : (string[])["WEIGHTS", .. weights.Select(Text)],
        .. aggregate is null ? [] : (string[])["AGGREGATE", aggregate],
    ];

    private static string NameOf(string operation) => operation switch
    {
        "union" => "ZUNION",
        "intersection" => "ZINTER",
        _ => "ZDIFF",
    };

    private static string Text(double score) => double.IsInfinity(score)
        ? score > 0 ? "inf" : "-inf"
        : score.ToString("R", CultureInfo.InvariantCulture);

    private static double? Number(object? reply) => reply switch
    {
        null => null,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse((string)reply, CultureInfo.InvariantCulture),
    };
}
