namespace WebKv.Engine.Tests.Lists;

/// <summary>Command lines on a few lists and one string; most are valid.</summary>
internal sealed class RandomListLines(Random random)
{
    public static readonly string[] Keys = ["a", "b", "c", "string"];

    private static readonly string[] OddIntegers =
        ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "01", "", "x", "1.5"];

    public string[] Next() => random.Next(22) switch
    {
        0 or 1 => [Pick("LPUSH", "RPUSH"), Key(), .. Elements()],
        2 => [Pick("LPUSHX", "RPUSHX"), Key(), .. Elements()],
        3 => [Pick("LPOP", "RPOP"), Key()],
        4 => [Pick("LPOP", "RPOP"), Key(), Pick("0", "1", "3", "-1", "x")],
        5 => ["LLEN", Key()],
        6 or 7 => ["LRANGE", Key(), Index(), Index()],
        8 => ["LINDEX", Key(), GoodIndex()],
        9 => ["LSET", Key(), GoodIndex(), Element()],
        10 or 11 => ["LINSERT", Key(), Pick("BEFORE", "after", "x"), Element(), Element()],
        12 => ["LREM", Key(), Index(), Element()],
        13 => ["LTRIM", Key(), Pick("0", "1", "-100", Index()), Pick("-1", "-2", "100", Index())],
        14 => ["LMOVE", Key(), Key(), Side(), Side()],
        15 => ["RPOPLPUSH", Key(), Key()],
        16 or 17 => ["LPOS", Key(), Element(), .. PosOptions()],
        18 => ["LMPOP", Pick("1", "2", "0", "-1", "9"), Key(), Key(), Side(), .. PopOptions()],
        19 => ["RENAME", Key(), Key()],
        20 => ["COPY", Key(), Key(), .. Pick<string[]>([], ["REPLACE"])],
        _ => [Pick("TYPE", "EXISTS", "DEL"), Pick("b", "c")],
    };

    private string[] PopOptions() => Pick<string[]>([], ["COUNT", Index()]);

    private string[] PosOptions()
    {
        var options = new List<string>();
        while (random.Next(2) == 0)
            options.AddRange(
                [Pick("RANK", "COUNT", "MAXLEN", "BOGUS"), Pick("0", "1", "-1", "2", "-2", "x", GoodIndex())]);
        return [.. options];
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => random.Next(30) == 0 ? Pick("string", "missing") : Keys[random.Next(3)];

    private string Side() => random.Next(20) == 0 ? "MIDDLE" : Pick("LEFT", "right");

    // Redis looks at the key before the index, or takes the least integer for a rank; later releases do as we do.
    private string GoodIndex() => $"{random.Next(-12, 30)}";

    private string Index() => random.Next(15) == 0 ? Pick(OddIntegers) : $"{random.Next(-12, 30)}";

    private string Element() => random.Next(12) switch
    {
        0 => "",
        1 => new string('x', random.Next(40, 90)),
        2 => new string('y', 300),
        3 => $"{random.NextInt64(long.MinValue, long.MaxValue)}",
        _ => $"{random.Next(6)}",
    };

    private string[] Elements() => [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Element())];
}
