using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Sets;

/// <summary>Runs the same command lines on a real Redis and on the engine: every reply must be the same, members in
/// any order, errors by their full text.</summary>
/// <remarks>Left out: random members, and what is Redis's own affair (encodings changed in 7.2).</remarks>
public sealed class SetRedisComparisonTests
{
    private static readonly string[] Script = """
        SADD
        SADD s
        SADD s a b a
        SADD s b
        SADD n 1 2 3 -1 9223372036854775807
        SADD n 01 +1
        SCARD s
        SCARD missing
        SCARD
        SISMEMBER s a
        SISMEMBER s
        SMISMEMBER s a x b
        SMISMEMBER missing a b
        SMISMEMBER s
        SMEMBERS s
        SMEMBERS missing
        SMEMBERS
        SREM s
        SREM s x
        SREM missing x
        SREM s a a b
        EXISTS s
        SET string v
        SADD string a
        SMOVE missing string x
        SMOVE string missing x
        SMOVE n string 1
        SMOVE n string 77
        SMOVE n n 1
        SMOVE n n 77
        SMOVE n to 1
        SMOVE n to 1
        SMOVE n to
        SPOP missing
        SPOP missing 3
        SPOP missing -1
        SPOP missing x
        SPOP missing 1 2
        SPOP string
        SPOP to 0
        SPOP to 100
        EXISTS to
        SRANDMEMBER missing
        SRANDMEMBER missing 3
        SRANDMEMBER missing -3
        SRANDMEMBER missing x
        SRANDMEMBER missing 1 2
        SRANDMEMBER missing -9223372036854775808
        SRANDMEMBER n 100
        SRANDMEMBER n 0
        SRANDMEMBER string
        SUNION
        SUNION n missing string
        SINTER missing string
        SINTER string missing
        SDIFF missing string
        SDIFF n string
        SUNIONSTORE
        SUNIONSTORE to
        SUNIONSTORE to missing
        SUNIONSTORE string missing
        EXISTS string
        SINTERCARD
        SINTERCARD 1
        SINTERCARD 0 n
        SINTERCARD -1 n
        SINTERCARD x n
        SINTERCARD 2 n
        SINTERCARD 1 n
        SINTERCARD 1 n LIMIT
        SINTERCARD 1 n LIMIT -1
        SINTERCARD 1 n LIMIT x
        SINTERCARD 1 n LIMIT 2
        SINTERCARD 1 n LIMIT 0
        SINTERCARD 1 n LIMIT 2 LIMIT 1
        SINTERCARD 1 n n
        SSCAN n
        SSCAN n x
        SSCAN n 0 COUNT 0
        SSCAN n 0 COUNT x
        SSCAN n 0 MATCH
        SSCAN n 0 TYPE set
        SSCAN missing 0
        SSCAN missing 5 MATCH * COUNT 3
        SSCAN n 0 MATCH 9*
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private readonly List<string> _differences = [];

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        foreach (string line in Script)
            Compare(peer, engine, line.Split(' '));
        Assert.Empty(_differences);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++)
            Compare(peer, engine, Line(random));
        Assert.Empty(_differences);
    }

    private static string[] Line(Random random) => random.Next(14) switch
    {
        < 3 => ["SADD", Key(random), .. Members(random)],
        3 or 4 => ["SREM", Key(random), .. Members(random)],
        5 => ["SMOVE", Key(random), Key(random), Members(random)[0]],
        6 => ["SMISMEMBER", Key(random), .. Members(random)],
        7 => ["SCARD", Key(random)],
        8 => ["SMEMBERS", Key(random)],
        9 => [$"S{Operation(random)}", .. Keys(random)],
        10 => [$"S{Operation(random)}STORE", Key(random), .. Keys(random)],
        11 => ["SINTERCARD", "2", Key(random), Key(random), "LIMIT", $"{random.Next(-1, 5)}"],
        12 => random.Next(8) > 0 ? ["TYPE", Key(random)] : ["SET", Key(random), "v"],
        _ => ["SSCAN", Key(random), "0", "COUNT", "100000", "MATCH", random.Next(2) == 0 ? "*1*" : "[a-m]*"],
    };

    private static string Operation(Random random) => random.Next(3) switch
    {
        0 => "UNION",
        1 => "INTER",
        _ => "DIFF",
    };

    private static string Key(Random random) => $"{(char)('a' + random.Next(5))}";

    private static string[] Keys(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Key(random))];

    private static string[] Members(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, random.Next(20) == 0 ? 300 : 5)).Select(_ => Member(random))];

    private static string Member(Random random) => random.Next(6) switch
    {
        0 => $"{(char)random.Next(256)}",
        1 => new string('x', random.Next(200)),
        2 => $"{random.NextInt64(long.MinValue, long.MaxValue)}",
        _ => $"{random.Next(-300, 300)}",
    };

    private void Compare(RespClient peer, TestEngine engine, string[] line)
    {
        object? expected = Comparable(peer.Call(line), line[0]);
        object? actual = Comparable(engine.Run(line).Value, line[0]);
        if (!Equals(Show(expected), Show(actual)))
            _differences.Add($"{string.Join(' ', line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    private static object? Comparable(object? reply, string command) => reply switch
    {
        Error error => new RespError(error.Text),
        object?[] items when command != "SMISMEMBER" =>
            items.Select(item => Comparable(item, command)).OrderBy(Show, StringComparer.Ordinal).ToArray(),
        _ => reply,
    };

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
