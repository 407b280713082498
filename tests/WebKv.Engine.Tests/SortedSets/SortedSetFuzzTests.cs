using System.Globalization;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

/// <summary>However a sorted set is kept, the replies are the same; and they are those of a plain model.</summary>
public sealed class SortedSetFuzzTests
{
    private const string Key = "z";

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomLines_OnPackedSetsTablesAndBoth_GiveTheSameReplies(int seed)
    {
        using TestEngine packed = Engine(entries: 10_000, valueBytes: 1000);
        using TestEngine table = Engine(entries: 0, valueBytes: 0);
        using TestEngine both = Engine(entries: 12, valueBytes: 64);
        var lines = new RandomSortedSetLines(new Random(seed), members: seed % 2 == 0 ? 20 : 300);
        for (int i = 0; i < FuzzRuns.Steps(3_000); i++)
        {
            string[] line = lines.Next();
            object? expected = packed.Run(line).Value;
            Assert.Equal(expected, table.Run(line).Value);
            Assert.Equal(expected, both.Run(line).Value);
        }
        Assert.Equal(KeyspaceDigest.Of(packed.Engine), KeyspaceDigest.Of(table.Engine));
        Assert.Equal(KeyspaceDigest.Of(packed.Engine), KeyspaceDigest.Of(both.Engine));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 128)]
    [InlineData(3, 0)]
    public void RandomChanges_GiveWhatAModelGives(int seed, int entries)
    {
        var random = new Random(seed);
        using TestEngine engine = Engine(entries, valueBytes: 64);
        var model = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int step = 0; step < FuzzRuns.Steps(4_000); step++)
        {
            Change(engine, random, model);
            if (step % 20 == 0)
                AssertSame(engine, random, model);
        }
    }

    private static void Change(TestEngine engine, Random random, Dictionary<string, double> model)
    {
        string member = $"m{random.Next(200)}";
        double score = random.Next(30) - 15;
        switch (random.Next(6))
        {
            case 0:
                engine.Run("ZREM", Key, member).Is(model.Remove(member) ? 1 : 0);
                break;
            case 1:
                double sum = model.GetValueOrDefault(member) + score / 4;
                engine.Run("ZINCRBY", Key, Text(score / 4), member).Is(sum);
                model[member] = sum;
                break;
            default:
                engine.Run("ZADD", Key, Text(score), member).Is(model.ContainsKey(member) ? 0 : 1);
                model[member] = score;
                break;
        }
    }

    private static void AssertSame(TestEngine engine, Random random, Dictionary<string, double> model)
    {
        (string Member, double Score)[] ordered = [.. model.Select(pair => (pair.Key, pair.Value))
            .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        engine.Run("ZCARD", Key).Is(ordered.Length);
        engine.Run("ZRANGE", Key, "0", "-1", "WITHSCORES")
            .IsArray([.. ordered.SelectMany(pair => (object?[])[pair.Member, pair.Score])]);
        engine.Run("ZREVRANGE", Key, "0", "-1").IsArray([.. ordered.Reverse().Select(pair => pair.Member)]);
        double low = random.Next(30) - 15;
        double high = low + random.Next(10);
        string[] within =
            [.. ordered.Where(pair => pair.Score > low && pair.Score <= high).Select(pair => pair.Member)];
        engine.Run("ZCOUNT", Key, $"({Text(low)}", Text(high)).Is(within.Length);
        engine.Run("ZRANGE", Key, $"({Text(low)}", Text(high), "BYSCORE").IsArray([.. within]);
        if (ordered.Length == 0)
            return;
        int rank = random.Next(ordered.Length);
        engine.Run("ZRANK", Key, ordered[rank].Member).Is(rank);
        engine.Run("ZREVRANK", Key, ordered[rank].Member).Is(ordered.Length - 1 - rank);
        engine.Run("ZSCORE", Key, ordered[rank].Member).Is(ordered[rank].Score);
    }

    private static string Text(double score) => score.ToString("R", CultureInfo.InvariantCulture);

    private static TestEngine Engine(int entries, int valueBytes) => new(new EngineOptions
    {
        Shards = 2,
        Packing = new PackingLimits { SortedSetEntries = entries, SortedSetValueBytes = valueBytes },
    });
}
