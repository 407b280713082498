using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Hashes;

/// <summary>Random hash commands on a real Redis and on engines that pack a lot, little or nothing at all.</summary>
/// <remarks>Left out are the commands on deadlines of fields, which Redis 7.0 does not have.</remarks>
public sealed class HashRedisComparisonTests
{
    [Theory]
    [InlineData(1, 512)]
    [InlineData(2, 10)]
    [InlineData(3, 0)]
    [InlineData(4, 20)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int packedEntries)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var packing = new PackingLimits { HashEntries = packedEntries };
        using var engine = new TestEngine(new EngineOptions { Shards = 4, Packing = packing });
        var comparison = new PeerComparison(peer, engine);
        var generator = new RandomHashLines(new Random(seed));
        comparison.Compare("SET", "string", "value");
        comparison.Compare("SET", "fixed", "value");
        for (int i = 0; i < 4000; i++)
        {
            string[] line = generator.Next();
            if (RandomHashLines.GroupOf(line) is > 0 and int group)
                comparison.CompareUnordered(group, line);
            else
                comparison.Compare(line);
        }
        foreach (string key in RandomHashLines.Keys)
            comparison.CompareUnordered(2, "HGETALL", key);
        comparison.AssertNone();
    }

    [Fact]
    public void OddCounts_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        comparison.Compare("HSET", "h", "f", "v");
        foreach (string count in (string[])
            ["0", "1", "-3", "5", "x", "", "9223372036854775807", "-9223372036854775808", "9223372036854775808"])
        {
            comparison.Compare("HRANDFIELD", "h", count);
            comparison.Compare("HRANDFIELD", "h", count, "WITHVALUES");
            comparison.Compare("HSCAN", "h", "0", "COUNT", count);
        }
        comparison.Compare("HRANDFIELD", "h", "1", "BOGUS");
        comparison.Compare("HRANDFIELD", "h", "1", "WITHVALUES", "more");
        comparison.Compare("HSCAN", "h", "7");
        comparison.Compare("HSCAN", "h", "x");
        comparison.Compare("HSCAN", "h", "0", "MATCH");
        comparison.Compare("HSCAN", "h", "0", "MATCH", "f*", "COUNT", "2");
        comparison.AssertNone();
    }
}
