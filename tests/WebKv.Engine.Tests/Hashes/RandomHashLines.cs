namespace WebKv.Engine.Tests.Hashes;

/// <summary>Command lines on a few hashes and one string; most are valid.</summary>
internal sealed class RandomHashLines(Random random)
{
    public static readonly string[] Keys = ["a", "b", "c", "string"];

    private static readonly string[] OddIntegers =
        ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "01", "", "x", "1.5", " 1"];

    /// <summary>Commands whose replies have no order.</summary>
    public static int GroupOf(string[] line) => line[0] switch
    {
        "HGETALL" => 2,
        "HKEYS" or "HVALS" => 1,
        _ => 0,
    };

    public string[] Next() => random.Next(20) switch
    {
        0 or 1 or 2 => [Pick("HSET", "HMSET"), Key(), .. Pairs(), .. random.Next(15) == 0 ? (string[])["odd"] : []],
        3 => ["HSETNX", Key(), Field(), Value()],
        4 => ["HGET", Key(), Field()],
        5 => ["HMGET", Key(), .. Fields()],
        6 => ["HGETALL", Key()],
        7 => [Pick("HKEYS", "HVALS"), Key()],
        8 or 9 => ["HDEL", Key(), .. Fields()],
        10 => ["HLEN", Key()],
        11 => ["HEXISTS", Key(), Field()],
        12 => ["HSTRLEN", Key(), Field()],
        13 or 14 => ["HINCRBY", Key(), Field(), Integer()],
        15 => ["HINCRBYFLOAT", Key(), Field(), Pick("0.5", "-2", "1e3", "inf", "-inf", "nan", "x", "")],
        16 => ["HRANDFIELD", Pick("never", "fixed"), .. Pick<string[]>([], ["2"], ["-2", "WITHVALUES"], ["x"])],
        17 => [Pick("RENAME", "COPY"), Key(), Key()],
        18 => [Pick("HSET", "HGET", "HDEL", "HSETNX", "HINCRBY", "HSTRLEN", "HSCAN"), Key()],
        _ => [Pick("TYPE", "EXISTS", "DEL"), Pick("b", "c")],
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => random.Next(30) == 0 ? Pick("string", "missing") : Keys[random.Next(3)];

    private string Integer() => random.Next(8) == 0 ? Pick(OddIntegers) : $"{random.Next(-12, 30)}";

    private string Field() => random.Next(15) switch
    {
        0 => "",
        1 => new string('f', random.Next(40, 90)),
        2 => $"{random.Next(5)}",
        _ => $"f{random.Next(25)}",
    };

    private string Value() => random.Next(12) switch
    {
        0 => "",
        1 => new string('v', random.Next(40, 90)),
        2 => $"{random.NextInt64(long.MinValue, long.MaxValue)}",
        3 => Pick("1.5", " 11", "3 ", "1e3", "inf", "abc"),
        _ => $"{random.Next(100)}",
    };

    private string[] Pairs() =>
        [.. Enumerable.Range(0, random.Next(1, 6)).SelectMany(_ => (string[])[Field(), Value()])];

    private string[] Fields() => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Field())];
}
