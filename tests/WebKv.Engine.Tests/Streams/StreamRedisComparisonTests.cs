using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Streams;

/// <summary>Stream commands on a real Redis and on engines with the same and with other sizes of chunks.</summary>
public sealed class StreamRedisComparisonTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 4)]
    [InlineData(3, 10)]
    [InlineData(4, 1)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int chunkEntries)
    {
        using RedisServer redis = RedisServer.StartOrSkip(
            "--stream-node-max-entries", $"{chunkEntries}", "--stream-node-max-bytes", "0");
        using RespClient peer = redis.Connect();
        var packing = new PackingLimits { StreamChunkEntries = chunkEntries, StreamChunkBytes = 1 << 20 };
        using var engine = new TestEngine(new EngineOptions { Shards = 4, Packing = packing });
        var comparison = new PeerComparison(peer, engine);
        var generator = new RandomStreamLines(new Random(seed));
        comparison.Compare("SET", "string", "value");
        for (int i = 0; i < 4000; i++)
        {
            comparison.Compare(generator.Next());
            if (i % 20 == 0)
                CompareState(comparison);
        }
        comparison.AssertNone();
    }

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        foreach (string line in StreamComparisonScript.Lines)
            comparison.Compare([.. line.Split(' ').Select(word => word == "\"\"" ? "" : word)]);
        comparison.AssertNone();
    }

    private static void CompareState(PeerComparison comparison)
    {
        foreach (string key in RandomStreamLines.Keys)
        {
            comparison.CompareAs(reply => WithoutTree(reply), "XINFO", "STREAM", key);
            comparison.CompareAs(reply => key == "whole" ? reply : WithoutCounts(reply), "XINFO", "GROUPS", key);
            foreach (string group in RandomStreamLines.Groups)
            {
                comparison.CompareAs(WithoutIdleTimes, "XPENDING", key, group, "-", "+", "1000");
                foreach (string consumer in RandomStreamLines.Consumers)
                    comparison.CompareAs(WithoutIdleTimes, "XPENDING", key, group, "(3", "+", "20", consumer);
                comparison.CompareAs(NamesAndPending, "XINFO", "CONSUMERS", key, group);
            }
        }
    }

    private static object? WithoutTree(object? reply) =>
        reply is object?[] items ? items.Where((_, i) => i is not (2 or 3 or 4 or 5)).ToArray() : reply;

    private static object? WithoutCounts(object? reply) => reply is object?[] groups
        ? groups.Select(group => ((object?[])group!)[..8]).ToArray()
        : reply;

    private static object? WithoutIdleTimes(object? reply) => reply is object?[] entries
        ? entries.Select(entry => ((object?[])entry!).Where((_, i) => i != 2).ToArray()).ToArray()
        : reply;

    private static object? NamesAndPending(object? reply) => reply is object?[] consumers
        ? consumers.Select(consumer => ((object?[])consumer!)[..4]).ToArray()
        : reply;
}
