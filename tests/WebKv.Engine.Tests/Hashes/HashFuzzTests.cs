using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Hashes;

/// <summary>Random commands on one hash beside a dictionary, while it goes from one form to the next and time passes.
/// </summary>
public sealed class HashFuzzTests
{
    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomCommands_GiveWhatADictionaryGives(int seed)
    {
        var random = new Random(seed);
        var packing = new PackingLimits { HashEntries = random.Next(40), HashValueBytes = random.Next(10, 64) };
        using var engine = new TestEngine(new EngineOptions { Shards = 2, Packing = packing });
        var model = new Model(engine);
        for (int step = 0; step < FuzzRuns.Steps(5_000); step++)
        {
            Step(random, engine, model);
            if (random.Next(20) == 0)
                engine.Advance(random.Next(400));
            if (random.Next(500) == 0)
                Assert.Equal(model.Drop() ? 1L : 0L, engine.Run("DEL", "h").Value);
            if (step % 20 == 0)
                AssertSame(engine, model);
        }
    }

    private static void Step(Random random, TestEngine engine, Model model)
    {
        string field = Field(random);
        string value = Value(random);
        long ttl = random.Next(1, 1_000);
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Assert.Equal(model.Set(field, value, 0), engine.Run("HSET", "h", field, value).Value);
                break;
            case 3:
                model.Set(field, value, model.NowMs + ttl);
                engine.Run("HSETEX", "h", "PX", $"{ttl}", "FIELDS", "1", field, value).Is(1);
                break;
            case 4 or 5:
                long result = model.Expire(field, model.NowMs + ttl);
                engine.Run("HPEXPIRE", "h", $"{ttl}", "FIELDS", "1", field).IsArray(result);
                break;
            case 6:
                engine.Run("HPERSIST", "h", "FIELDS", "1", field).IsArray(model.Persist(field));
                break;
            case 7 or 8:
                Assert.Equal(model.Remove(field), engine.Run("HDEL", "h", field).Value);
                break;
            case 9:
                engine.Run("HINCRBY", "h", "n", "3").Is(model.Increment("n", 3));
                break;
            case 10:
                engine.Run("HPTTL", "h", "FIELDS", "1", field).IsArray(model.Ttl(field));
                break;
            default:
                Assert.Equal(model.Get(field), engine.Run("HGET", "h", field).Value);
                break;
        }
    }

    private static void AssertSame(TestEngine engine, Model model)
    {
        Assert.Equal(model.Pairs(), Pairs(engine.Run("HGETALL", "h").Items));
        engine.Run("HLEN", "h").Is(model.Pairs().Count());
        Assert.Equal(model.Pairs().Any() ? 1L : 0L, engine.Run("EXISTS", "h").Value);
        engine.Run("COPY", "h", "copy", "REPLACE");
        if (model.Pairs().Any())
            Assert.Equal(model.Pairs(), Pairs(engine.Run("HGETALL", "copy").Items));
    }

    private static IEnumerable<string> Pairs(object?[] items) =>
        items.Chunk(2).Select(pair => $"{pair[0]}={pair[1]}").Order(StringComparer.Ordinal);

    private static string Field(Random random) => random.Next(30) switch
    {
        0 => "",
        1 => new string('f', random.Next(100)),
        2 => $"{random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)}",
        _ => $"f{random.Next(50)}",
    };

    private static string Value(Random random) => random.Next(20) switch
    {
        0 => "",
        1 => new string('v', random.Next(200)),
        2 => new string('w', random.Next(17_000)),
        _ => $"{random.Next(1_000)}",
    };

    private sealed class Model(TestEngine engine)
    {
        private readonly Dictionary<string, (string Value, long DeadlineMs)> _fields = [];

        public long NowMs => engine.Engine.NowMs;

        public long Set(string field, string value, long deadlineMs)
        {
            Sweep();
            bool isNew = !_fields.ContainsKey(field);
            _fields[field] = (value, deadlineMs);
            return isNew ? 1 : 0;
        }

        public string? Get(string field)
        {
            Sweep();
            return _fields.TryGetValue(field, out (string Value, long DeadlineMs) entry) ? entry.Value : null;
        }

        public long Ttl(string field)
        {
            Sweep();
            if (!_fields.TryGetValue(field, out (string Value, long DeadlineMs) entry))
                return -2;
            return entry.DeadlineMs == 0 ? -1 : entry.DeadlineMs - NowMs;
        }

        public long Expire(string field, long deadlineMs)
        {
            if (Get(field) is not { } value)
                return -2;
            _fields[field] = (value, deadlineMs);
            return 1;
        }

        public long Persist(string field)
        {
            long ttl = Ttl(field);
            if (ttl < 0)
                return ttl;
            _fields[field] = (_fields[field].Value, 0);
            return 1;
        }

        public long Remove(string field)
        {
            Sweep();
            return _fields.Remove(field) ? 1 : 0;
        }

        public long Increment(string field, long by)
        {
            Sweep();
            (string value, long deadlineMs) = _fields.GetValueOrDefault(field, ("0", 0));
            long sum = long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) + by;
            _fields[field] = ($"{sum}", deadlineMs);
            return sum;
        }

        public bool Drop()
        {
            Sweep();
            bool existed = _fields.Count > 0;
            _fields.Clear();
            return existed;
        }

        public IEnumerable<string> Pairs()
        {
            Sweep();
            return _fields.Select(entry => $"{entry.Key}={entry.Value.Value}").Order(StringComparer.Ordinal);
        }

        private void Sweep()
        {
            foreach ((string field, (_, long deadlineMs)) in _fields.ToArray())
                if (deadlineMs != 0 && deadlineMs < NowMs)
                    _fields.Remove(field);
        }
    }
}
