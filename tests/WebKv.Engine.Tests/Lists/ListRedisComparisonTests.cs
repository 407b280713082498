using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Lists;

/// <summary>Random list commands on a real Redis and on engines that pack a lot, little or nothing at all.</summary>
public sealed class ListRedisComparisonTests
{
    [Theory]
    [InlineData(1, 8192)]
    [InlineData(2, 128)]
    [InlineData(3, 64)]
    [InlineData(4, 512)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int listBytes)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var packing = new PackingLimits { ListBytes = listBytes };
        using var engine = new TestEngine(new EngineOptions { Shards = 4, Packing = packing });
        var comparison = new PeerComparison(peer, engine);
        var generator = new RandomListLines(new Random(seed));
        comparison.Compare("SET", "string", "value");
        for (int i = 0; i < 4000; i++)
            comparison.Compare(generator.Next());
        foreach (string key in RandomListLines.Keys)
            comparison.Compare("LRANGE", key, "0", "-1");
        comparison.AssertNone();
    }
}
