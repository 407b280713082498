using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Strings;

/// <summary>
/// Runs the same command lines on a real Redis and on the engine: every reply must be the same, errors by their full
/// text.
/// </summary>
/// <remarks>
/// Left out is what changed in Redis after 7.0, the oldest release that this is run with: GETRANGE with a negative end
/// before the first byte (now empty), and BITCOUNT and BITPOS with bad arguments on a missing key (now an error).
/// </remarks>
public sealed class RedisComparisonTests
{
    private static readonly string[] Keys = ["a", "b", "c", "d", "{tag}e", ""];

    private readonly List<string> _differences = [];

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        foreach (string line in RedisComparisonScript.Lines)
            Compare(peer, engine, line.Split(' ').Select(Unescape).ToArray());
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
        var generator = new RandomStringLines(new Random(seed), Keys);
        for (int i = 0; i < 3000; i++)
            Compare(peer, engine, generator.Next());
        Compare(peer, engine, ["MGET", .. Keys]);
        Assert.Empty(_differences);
    }

    private void Compare(RespClient peer, TestEngine engine, string[] line)
    {
        object? expected = peer.Call(line);
        object? actual = engine.Run(line).Value;
        if (actual is Error error)
            actual = new RespError(error.Text);
        if (!Same(expected, actual))
            _differences.Add($"{Show(line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (object?[] one, object?[] two) =>
            one.Length == two.Length && one.Zip(two).All(pair => Same(pair.First, pair.Second)),
        _ => Equals(left, right),
    };

    private static string Unescape(string word) => word switch
    {
        "\"\"" => "",
        _ => System.Text.RegularExpressions.Regex.Unescape(word),
    };

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        string { Length: > 100 } text => $"\"{text[..100]}...\" ({text.Length})",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
