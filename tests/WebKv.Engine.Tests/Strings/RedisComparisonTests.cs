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

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        foreach (string line in RedisComparisonScript.Lines)
            comparison.Compare(line.Split(' ').Select(Unescape).ToArray());
        comparison.AssertNone();
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
        var comparison = new PeerComparison(peer, engine);
        for (int i = 0; i < 3000; i++)
            comparison.Compare(generator.Next());
        comparison.Compare(["MGET", .. Keys]);
        comparison.AssertNone();
    }

    private static string Unescape(string word) => word switch
    {
        "\"\"" => "",
        _ => System.Text.RegularExpressions.Regex.Unescape(word),
    };
}
