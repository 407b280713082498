using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

/// <summary>Values of every type, packed and not, as DUMP returns them.</summary>
internal static class DumpedValues
{
    private static readonly string Long = new('x', 300);

    private static readonly string[][] Lines =
    [
        ["SET", "string", "text"],
        ["SET", "empty", ""],
        ["SET", "number", "-12"],
        ["SET", "blob", new string('b', 20_000)],
        ["PFADD", "hyperloglog", "a", "b", "c"],
        ["RPUSH", "list", "a", "1", "", "a"],
        ["RPUSH", "long-list", .. Enumerable.Range(0, 60).Select(i => Long + i)],
        ["SADD", "integers", "3", "1", "-2"],
        ["SADD", "set", "a", "1", ""],
        ["SADD", "big-set", "a", "1", "", Long],
        ["ZADD", "sorted", "1", "a", "-inf", "b", "2.5", ""],
        ["ZADD", "big-sorted", "1", "a", "-inf", "b", "2.5", Long],
        ["GEOADD", "places", "13.361389", "38.115556", "Palermo"],
        ["HSET", "hash", "a", "1", "b", ""],
        ["HSET", "big-hash", "a", "1", "", Long],
        ["HSETEX", "timed", "PX", "100000", "FIELDS", "2", "a", "1", "b", "2"],
        ["HSETEX", "big-timed", "PX", "100000", "FIELDS", "2", "a", "1", "b", Long],
        ["XADD", "stream", "1-1", "a", "1", "b", "2"],
        ["XADD", "stream", "2-1", "a", "3", "b", "4"],
        ["XGROUP", "CREATE", "stream", "group", "0"],
        ["XREADGROUP", "GROUP", "group", "reader", "COUNT", "1", "STREAMS", "stream", ">"],
    ];

    /// <summary>The payloads.</summary>
    public static IReadOnlyList<string> All { get; } = DumpAll();

    /// <summary>The keys that <see cref="Fill"/> makes.</summary>
    public static IEnumerable<string> Keys => Lines
        .Select(line => line[0] is "XGROUP" or "XREADGROUP" ? "stream" : line[1])
        .Distinct();

    public static void Fill(TestEngine engine)
    {
        foreach (string[] line in Lines)
            engine.Run(line);
    }

    public static string Dump(TestEngine engine, string key) =>
        Assert.IsType<string>(engine.Run("DUMP", key).Value);

    private static string[] DumpAll()
    {
        using var engine = new TestEngine();
        Fill(engine);
        return [.. Keys.Select(key => Dump(engine, key))];
    }
}
