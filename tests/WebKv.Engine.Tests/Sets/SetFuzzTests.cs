using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

/// <summary>Random commands on a few sets beside plain ones, in every form and over every conversion.</summary>
public sealed class SetFuzzTests
{
    private const int Keys = 4;

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomCommands_GiveWhatPlainSetsGive(int seed)
    {
        var random = new Random(seed);
        using var engine = new TestEngine(new EngineOptions
        {
            Shards = 4,
            Packing = new PackingLimits { IntegerSetEntries = 10, SetEntries = 8, SetValueBytes = 12 },
        });
        var models = Enumerable.Range(0, Keys).Select(_ => new HashSet<string>()).ToArray();
        for (int step = 0; step < FuzzRuns.Steps(4_000); step++)
        {
            Change(random, engine, models);
            if (step % 20 == 0)
                AssertSame(random, engine, models);
        }
    }

    private static void Change(Random random, TestEngine engine, HashSet<string>[] models)
    {
        int key = random.Next(Keys);
        HashSet<string> model = models[key];
        string[] members = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Member(random))];
        switch (random.Next(12))
        {
            case < 4:
                engine.Run(["SADD", Key(key), .. members]).Is(members.Distinct().Count(model.Add));
                break;
            case < 8:
                engine.Run(["SREM", Key(key), .. members]).Is(members.Distinct().Count(model.Remove));
                break;
            case 8:
                object?[] popped = engine.Run("SPOP", Key(key), $"{random.Next(4)}").Items;
                Assert.All(popped, member => Assert.True(model.Remove((string)member!)));
                break;
            case 9:
                int to = random.Next(Keys);
                bool had = model.Contains(members[0]);
                engine.Run("SMOVE", Key(key), Key(to), members[0]).Is(had ? 1 : 0);
                if (had && model.Remove(members[0]))
                    models[to].Add(members[0]);
                break;
            case 10 when random.Next(8) == 0:
                engine.Run("DEL", Key(key)).Is(model.Count > 0 ? 1 : 0);
                model.Clear();
                break;
            default:
                Store(random, engine, models, key);
                break;
        }
    }

    private static void Store(Random random, TestEngine engine, HashSet<string>[] models, int destination)
    {
        int[] sources = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Keys))];
        string[] names = [.. sources.Select(Key)];
        var result = new HashSet<string>(models[sources[0]]);
        string command;
        switch (random.Next(3))
        {
            case 0:
                command = "SUNION";
                Array.ForEach(sources, source => result.UnionWith(models[source]));
                break;
            case 1:
                command = "SINTER";
                Array.ForEach(sources, source => result.IntersectWith(models[source]));
                engine.Run(["SINTERCARD", $"{names.Length}", .. names]).Is(result.Count);
                break;
            default:
                command = "SDIFF";
                Array.ForEach(sources[1..], source => result.ExceptWith(models[source]));
                break;
        }
        Assert.Equal(result.Order(), engine.Run([command, .. names]).Items.Cast<string>().Order());
        engine.Run([$"{command}STORE", Key(destination), .. names]).Is(result.Count);
        models[destination] = result;
    }

    private static void AssertSame(Random random, TestEngine engine, HashSet<string>[] models)
    {
        for (int key = 0; key < Keys; key++)
        {
            HashSet<string> model = models[key];
            engine.Run("SCARD", Key(key)).Is(model.Count);
            engine.Run("EXISTS", Key(key)).Is(model.Count > 0 ? 1 : 0);
            Assert.Equal(model.Order(), engine.Run("SMEMBERS", Key(key)).Items.Cast<string>().Order());
            string member = Member(random);
            engine.Run("SISMEMBER", Key(key), member).Is(model.Contains(member) ? 1 : 0);
            int count = random.Next(30);
            object?[] drawn = engine.Run("SRANDMEMBER", Key(key), $"{count}").Items;
            Assert.Equal(Math.Min(count, model.Count), drawn.Distinct().Count());
            Assert.All(drawn, each => Assert.Contains((string)each!, model));
        }
    }

    private static string Key(int index) => $"set:{index}";

    private static string Member(Random random) => random.Next(10) switch
    {
        < 6 => $"{random.Next(-20, 20)}",
        6 => $"{random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64) * 8}",
        7 => new string((char)('a' + random.Next(3)), random.Next(16)),
        8 => $"word:{random.Next(20)}",
        _ => new string('l', random.Next(100, 10_000) / 3_000 * 3_000 + random.Next(3)),
    };
}
