using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Lists;

/// <summary>Random commands on a few lists beside plain ones, in both forms and over the conversion.</summary>
public sealed class ListFuzzTests
{
    private const int Keys = 3;

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomCommands_GiveWhatPlainListsGive(int seed)
    {
        var random = new Random(seed);
        int listBytes = (seed % 3) switch { 0 => 8192, 1 => 64, _ => 250 };
        using var engine = new TestEngine(
            new EngineOptions { Shards = 4, Packing = new PackingLimits { ListBytes = listBytes } });
        var models = Enumerable.Range(0, Keys).Select(_ => new List<string>()).ToArray();
        for (int step = 0; step < FuzzRuns.Steps(3_000); step++)
        {
            Change(random, engine, models);
            if (step % 20 != 0)
                continue;
            for (int key = 0; key < Keys; key++)
                engine.Run("LRANGE", Key(key), "0", "-1").IsArray([.. models[key]]);
        }
        for (int key = 0; key < Keys; key++)
            engine.Run("DEL", Key(key));
        Assert.Equal(0, engine.Engine.CountKeys(0));
    }

    private static void Change(Random random, TestEngine engine, List<string>[] models)
    {
        int key = random.Next(Keys);
        List<string> model = models[key];
        string element = Element(random);
        int index = model.Count == 0 ? 0 : random.Next(model.Count);
        switch (random.Next(12))
        {
            case < 3:
                model.Insert(0, element);
                engine.Run("LPUSH", Key(key), element).Is(model.Count);
                break;
            case < 6:
                model.Add(element);
                engine.Run("RPUSH", Key(key), element).Is(model.Count);
                break;
            case 6:
                Pop(random, engine, model, key);
                break;
            case 7 when model.Count > 0:
                engine.Run("LSET", Key(key), $"{index - (random.Next(2) * model.Count)}", element).IsOk();
                model[index] = element;
                break;
            case 8 when model.Count > 0:
                Insert(random, engine, model, key, element);
                break;
            case 9:
                engine.Run("LREM", Key(key), "0", element).Is(model.RemoveAll(other => other == element));
                break;
            case 10 when random.Next(10) == 0:
                engine.Run("LTRIM", Key(key), $"{index}", "-2").IsOk();
                model.RemoveRange(0, index);
                model.RemoveRange(Math.Max(0, model.Count - 1), Math.Min(1, model.Count));
                break;
            case 11:
                Turn(engine, models, key, random.Next(Keys));
                break;
        }
    }

    private static void Pop(Random random, TestEngine engine, List<string> model, int key)
    {
        int count = Math.Min(random.Next(1, 6), model.Count);
        if (count == 0)
        {
            engine.Run("LPOP", Key(key)).IsNull();
        }
        else if (random.Next(2) == 0)
        {
            engine.Run("LPOP", Key(key), $"{count}").IsArray([.. model[..count]]);
            model.RemoveRange(0, count);
        }
        else
        {
            engine.Run("RPOP", Key(key), $"{count}").IsArray([.. model[^count..].AsEnumerable().Reverse()]);
            model.RemoveRange(model.Count - count, count);
        }
    }

    private static void Insert(Random random, TestEngine engine, List<string> model, int key, string element)
    {
        string pivot = model[random.Next(model.Count)];
        bool after = random.Next(2) == 0;
        model.Insert(model.IndexOf(pivot) + (after ? 1 : 0), element);
        engine.Run("LINSERT", Key(key), after ? "AFTER" : "BEFORE", pivot, element).Is(model.Count);
    }

    private static void Turn(TestEngine engine, List<string>[] models, int from, int to)
    {
        if (models[from].Count == 0)
        {
            engine.Run("RPOPLPUSH", Key(from), Key(to)).IsNull();
            return;
        }
        string moved = models[from][^1];
        models[from].RemoveAt(models[from].Count - 1);
        models[to].Insert(0, moved);
        engine.Run("RPOPLPUSH", Key(from), Key(to)).Is(moved);
    }

    private static string Key(int index) => $"list:{index}";

    private static string Element(Random random) => random.Next(6) switch
    {
        0 => new string('e', random.Next(300)),
        1 => random.Next(30) == 0 ? new string('b', random.Next(30_000)) : "",
        _ => $"{random.Next(-5, 30) * (random.Next(2) == 0 ? 1 : 1_000_000_007L)}",
    };
}
