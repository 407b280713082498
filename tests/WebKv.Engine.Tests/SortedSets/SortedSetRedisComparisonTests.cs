using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.SortedSets;

/// <summary>Runs the same command lines on a real Redis and on the engine: every reply must be the same.</summary>
/// <remarks>Left out is what came after Redis 7.0: WITHSCORE of ZRANK.</remarks>
public sealed class SortedSetRedisComparisonTests
{
    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using var engine = new TestEngine();
        using var comparison = new RedisComparison(engine);
        foreach (string line in SortedSetScript.Lines)
            comparison.RunLine(line);
        comparison.AssertNoDifference();
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 15)]
    [InlineData(3, 400)]
    [InlineData(4, 400)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int members)
    {
        using var engine = new TestEngine(new EngineOptions
        {
            Shards = 4,
            // Redis has its own limits; what is packed here must make no difference.
            Packing = new PackingLimits { SortedSetEntries = 20 },
        });
        using var comparison = new RedisComparison(engine);
        var lines = new RandomSortedSetLines(new Random(seed), members);
        for (int i = 0; i < 4000; i++)
        {
            comparison.Run(lines.Next());
            if (i % 100 == 0)
                foreach (string key in (string[])["z", "y", "x", "{tag}w", "lex"])
                    comparison.Run(["ZRANGE", key, "0", "-1", "WITHSCORES"]);
        }
        comparison.AssertNoDifference();
    }
}
