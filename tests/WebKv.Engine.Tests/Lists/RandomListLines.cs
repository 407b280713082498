namespace WebKv.Engine.Tests.Lists;

/// <summary>Command lines on a few lists, so that the commands meet each other's elements; most are valid.</summary>
internal sealed class RandomListLines(Random random)
{
    public static readonly string[] Keys = ["a", "b", "c", "{tag}d", ""];

    private static readonly string[] OddIntegers =
        ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "01", "", "x", "1.5", "-0"];

    public string[] Next() => random.Next(26) switch
    {
        < 7 => [Pick("LPUSH", "RPUSH", "LPUSHX", "RPUSHX"), Key(), .. Elements()],
        7 or 8 => [Pick("LPOP", "RPOP"), Key()],
        9 => [Pick("LPOP", "RPOP"), Key(), Pick("0", "1", "3", "20", Odd())],
        10 => ["LLEN", Key()],
        11 => ["LINDEX", Key(), Place()],
        12 => ["LRANGE", Key(), Index(), Index()],
        13 or 14 => ["LSET", Key(), Place(), Element()],
        15 or 16 => ["LINSERT", Key(), Pick("BEFORE", "after", "AFTER"), Element(), Element()],
        17 => ["LREM", Key(), Pick("0", "1", "-1", "2", "-3", Odd()), Element()],
        18 when random.Next(4) == 0 => ["LTRIM", Key(), Index(), Index()],
        18 => ["LTRIM", Key(), Pick("0", "1"), Pick("-1", "-2")],
        19 or 20 => ["LMOVE", Key(), Key(), Pick("LEFT", "RIGHT"), Pick("LEFT", "right")],
        21 => ["RPOPLPUSH", Key(), Key()],
        22 => ["LPOS", Key(), Element(), .. PositionOptions()],
        23 => ["LMPOP", Pick("2", "2", "1", "3", Odd()), Key(), Key(), Pick("LEFT", "RIGHT"), .. PopOptions()],
        24 => random.Next(10) == 0 ? ["SET", Key(), "text"] : ["LRANGE", Key(), "0", "-1"],
        _ => random.Next(5) == 0 ? ["DEL", Key()] : ["EXISTS", Key()],
    };

    private string[] Elements() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Element())];

    private string[] PositionOptions() => Pick<string[]>(
        [],
        ["RANK", Pick("1", "2", "-1", "-2", "0", "9223372036854775807", "-9223372036854775807")],
        ["COUNT", Pick("0", "1", "2", "-1")],
        ["COUNT", "0", "RANK", Pick("-1", "2"), "MAXLEN", Pick("0", "3", "1000", "-1", "x")],
        ["MAXLEN", "2", "RANK", "-1"]);

    private string[] PopOptions() => Pick<string[]>([], ["COUNT", Pick("1", "3", "100", "0", "-1", "x")], ["COUNT"]);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => Pick(Keys);

    private string Odd() => Pick(OddIntegers);

    private string Place() => random.Next(12) == 0 ? Pick(OddIntegers[..2]) : $"{random.Next(-25, 25)}";

    private string Index() => random.Next(12) == 0 ? Odd() : $"{random.Next(-25, 25)}";

    private string Element() => random.Next(8) switch
    {
        0 => Odd(),
        1 => new string((char)random.Next(256), random.Next(200)),
        2 => random.Next(10) == 0 ? new string('x', random.Next(5_000, 20_000)) : "x",
        _ => $"{random.Next(-3, 12) * Pick(1, 1, 100_000)}",
    };
}
