using System.Globalization;

namespace WebKv.Engine.Tests.SortedSets;

/// <summary>Command lines on a few sorted sets, so that the commands meet each other's values; most are valid.
/// </summary>
/// <remarks>Left out: negative offsets, in which Redis's own encodings differ from each other.</remarks>
internal sealed class RandomSortedSetLines(Random random, int members)
{
    private static readonly string[] Keys = ["z", "y", "x", "{tag}w", "lex"];

    public string[] Next() => random.Next(34) switch
    {
        < 5 => ["ZADD", ScoreKey(), .. Pairs()],
        5 => ["ZADD", ScoreKey(), .. Words(), .. Pairs()],
        6 => ["ZADD", ScoreKey(), Pick("NX", "XX", "GT", "LT", "CH"), "INCR", Score(), Member()],
        7 => ["ZADD", "lex", .. Enumerable.Range(0, 6).SelectMany(_ => (string[])["0", Member()])],
        8 => ["ZINCRBY", ScoreKey(), Score(), Member()],
        9 or 10 => ["ZREM", Key(), Member(), Member(), Member()],
        11 => ["ZCARD", Key()],
        12 => [Pick("ZSCORE", "ZRANK", "ZREVRANK"), Key(), Member()],
        13 => ["ZMSCORE", Key(), Member(), Member(), "missing"],
        14 => ["ZCOUNT", Key(), Limit(), Limit()],
        15 => ["ZLEXCOUNT", "lex", MemberLimit(), MemberLimit()],
        16 => [Pick("ZRANGE", "ZREVRANGE"), Key(), Position(), Position(), .. WithScores()],
        17 => ["ZRANGE", Key(), Limit(), Limit(), "BYSCORE", .. Maybe("REV"), .. LimitWords(), .. WithScores()],
        18 => ["ZRANGE", "lex", MemberLimit(), MemberLimit(), "BYLEX", .. Maybe("REV"), .. LimitWords()],
        19 => [Pick("ZRANGEBYSCORE", "ZREVRANGEBYSCORE"), Key(), Limit(), Limit(), .. WithScores(), .. LimitWords()],
        20 => [Pick("ZRANGEBYLEX", "ZREVRANGEBYLEX"), "lex", MemberLimit(), MemberLimit(), .. LimitWords()],
        21 => ["ZREMRANGEBYRANK", Key(), Position(), Position()],
        22 => ["ZREMRANGEBYSCORE", Key(), Limit(), Limit()],
        23 => ["ZREMRANGEBYLEX", "lex", MemberLimit(), MemberLimit()],
        24 => [Pick("ZPOPMIN", "ZPOPMAX"), Key(), .. Maybe(Pick("0", "1", "3", "-1", "x"))],
        25 => ["ZMPOP", "2", Key(), Key(), Pick("MIN", "MAX", "MID"), .. Maybe("COUNT 2")],
        26 => ["ZRANGESTORE", ScoreKey(), Key(), Position(), Position(), .. Maybe("REV")],
        27 => ["ZRANGESTORE", ScoreKey(), Key(), Limit(), Limit(), "BYSCORE", .. Maybe("REV"), .. LimitWords()],
        28 => [Pick("ZUNION", "ZINTER", "ZDIFF"), "2", Key(), Key(), .. WithScores()],
        29 => [Pick("ZUNION", "ZINTER"), "3", Key(), Key(), Key(), .. Combined(3), .. WithScores()],
        30 => [Pick("ZUNIONSTORE", "ZINTERSTORE"), ScoreKey(), "2", Key(), Key(), .. Combined(2)],
        31 => ["ZDIFFSTORE", ScoreKey(), "3", Key(), Key(), Key()],
        32 => ["ZINTERCARD", "2", Key(), Key(), .. Maybe($"LIMIT {random.Next(-1, 5)}")],
        _ => ["DEL", Key()],
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => Pick(Keys);

    // All scores of "lex" are equal, as ranges of members want it.
    private string ScoreKey() => Pick(Keys[..^1]);

    private string[] Maybe(string words) => random.Next(2) == 0 ? words.Split(' ') : [];

    private string[] WithScores() => Maybe("WITHSCORES");

    private string[] LimitWords() => random.Next(3) switch
    {
        0 => ["LIMIT", $"{random.Next(5)}", $"{random.Next(-1, 6)}"],
        1 when random.Next(20) == 0 => ["LIMIT", "1"],
        _ => [],
    };

    private string[] Words() =>
        [.. Maybe("CH"), .. random.Next(3) == 0 ? (string[])["NX", Pick("XX", "GT")] : [Pick("NX", "XX", "GT", "LT")]];

    private string[] Combined(int keys) =>
    [
        .. random.Next(2) == 0
            ? (string[])["WEIGHTS", .. Enumerable.Range(0, keys).Select(_ => Pick("1", "2", "-0.5", "0", "inf"))]
            : [],
        .. Maybe($"AGGREGATE {Pick("SUM", "MIN", "MAX")}"),
    ];

    private string[] Pairs() =>
        [.. Enumerable.Range(0, random.Next(1, 12)).SelectMany(_ => (string[])[Score(), Member()])];

    private string Member() => random.Next(30) switch
    {
        0 => new string('m', random.Next(60, 70)),
        1 => "",
        2 => "\u00ff\0",
        _ => $"{random.Next(members)}",
    };

    private string Score() => random.Next(24) switch
    {
        0 => Pick("inf", "-inf", "+inf"),
        1 => Pick("x", "1x", ""),
        2 => Number(random.NextDouble() * 1e-7),
        3 => Number(random.NextDouble() * 1e20),
        4 => Pick("1e3", "-0", "9007199254740993", "0.1"),
        < 10 => Number(Math.Round(random.NextDouble() * 10, 2)),
        _ => $"{random.Next(-10, 40)}",
    };

    private string Limit() => random.Next(8) switch
    {
        0 => "-inf",
        1 => "+inf",
        2 => Pick("x", "(x", "nan"),
        3 => $"({random.Next(-10, 40)}",
        _ => $"{random.Next(-12, 42)}",
    };

    private string MemberLimit() => random.Next(8) switch
    {
        0 => "-",
        1 => "+",
        2 => Pick("x", "", "+x", "[", "("),
        3 => $"({random.Next(members)}",
        _ => $"[{random.Next(members)}",
    };

    private string Position() => random.Next(10) switch
    {
        0 => Pick("x", "1.5", "9223372036854775807", "-9223372036854775808"),
        1 => "-1",
        _ => $"{random.Next(-20, 20)}",
    };
}
