using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class ScanTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Scan_EmptyDatabase_EndsAtOnce() => _engine.Run("SCAN", "0").IsArray("0", Array.Empty<object?>());

    [Fact]
    public void Scan_SmallDatabase_IsOnePage()
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run("SET", "", "2").IsOk();
        object?[] reply = _engine.Run("SCAN", "0").Items;
        Assert.Equal("0", reply[0]);
        Assert.Equal(["", "a"], ((object?[])reply[1]!).Cast<string>().Order());
    }

    [Theory]
    [InlineData("ERR invalid cursor", "x")]
    [InlineData("ERR invalid cursor", "-1")]
    [InlineData("ERR invalid cursor", "")]
    [InlineData("ERR invalid cursor", "1 ")]
    [InlineData("ERR invalid cursor", "18446744073709551616")]
    [InlineData("ERR syntax error", "0", "COUNT", "0")]
    [InlineData("ERR syntax error", "0", "COUNT", "-5")]
    [InlineData("ERR value is not an integer or out of range", "0", "COUNT", "x")]
    [InlineData("ERR syntax error", "0", "COUNT")]
    [InlineData("ERR syntax error", "0", "LIMIT", "10")]
    [InlineData("ERR unknown type name 'foo'", "0", "TYPE", "foo")]
    public void Scan_BadArguments_IsAnError(string error, params string[] arguments) =>
        _engine.Run(["SCAN", .. arguments]).IsError(error);

    [Theory]
    [InlineData("18446744073709551615")]
    [InlineData("4611686018427387905")]
    public void Scan_AnyNumber_IsACursor(string cursor)
    {
        Fill("k", 500);
        Assert.Equal(2, _engine.Run("SCAN", cursor).Items.Length);
    }

    [Fact]
    public void Scan_Count_IsTheSizeOfAPageMoreOrLess()
    {
        Fill("k", 2_000);
        for (string cursor = "0"; ;)
        {
            object?[] reply = _engine.Run("SCAN", cursor, "COUNT", "100").Items;
            cursor = (string)reply[0]!;
            if (cursor == "0")
                break;
            Assert.InRange(((object?[])reply[1]!).Length, 100, 150);
        }
    }

    [Fact]
    public void Scan_MatchAndType_FilterWhatWasLookedAt()
    {
        Fill("user:", 500);
        Fill("other:", 500);
        Assert.Equal(Names("user:", 500), ScanAll(_engine, "MATCH", "user:*").Order());
        Assert.Equal(1_000, ScanAll(_engine, "TYPE", "STRING").Count);
        Assert.Empty(ScanAll(_engine, "TYPE", "zset"));
        Assert.Equal(["user:7"], ScanAll(_engine, "MATCH", "user:[6-7]", "TYPE", "string", "MATCH", "user:7"));
    }

    [Fact]
    public void Scan_ExpiredKeys_AreRemovedEachInAUnitOfItsOwn()
    {
        Fill("k", 30);
        for (int i = 0; i < 30; i++)
            _engine.Run("PEXPIRE", $"k{i}", "100").Is(1);
        _engine.Run("SET", "stays", "v").IsOk();
        _engine.Advance(101);
        _engine.TakeEffects();
        long lsn = _engine.Journal.LastLsn;
        _engine.Run("DBSIZE").Is(31);
        Assert.Empty(ScanAll(_engine, "TYPE", "list"));
        _engine.Run("DBSIZE").Is(1);
        Assert.Equal(30, _engine.TakeEffects().Count(line => line.StartsWith("db0 DEL k", StringComparison.Ordinal)));
        Assert.Equal(lsn + 30, _engine.Journal.LastLsn);
    }

    [Fact]
    public void Scan_InsideATransaction_RemovesExpiredKeysInItsUnit()
    {
        _engine.Run("SET", "a", "v", "PX", "100").IsOk();
        _engine.Run("SET", "b", "v", "PX", "100").IsOk();
        _engine.Advance(101);
        long lsn = _engine.Journal.LastLsn;
        _engine.Run("MULTI").IsOk();
        _engine.Run("SCAN", "0").Is("QUEUED");
        _engine.Run("KEYS", "*").Is("QUEUED");
        _engine.Run("RANDOMKEY").Is("QUEUED");
        _engine.Run("SET", "c", "v").Is("QUEUED");
        Assert.Equal(4, _engine.Run("EXEC").Items.Length);
        Assert.Equal(lsn + 1, _engine.Journal.LastLsn);
    }

    // The keys that stay must be seen exactly once, while the tables grow and shrink by a factor of ten and back.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10)]
    [InlineData(4, 1)]
    [InlineData(4, 10)]
    [InlineData(4, 64)]
    public void Scan_OthersComeAndGo_ReturnsTheRestExactlyOnce(int shards, int count)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            using var engine = new TestEngine(new EngineOptions { Shards = shards });
            var random = new Random(seed);
            var others = new Others(engine, random, grows: seed % 2 == 0);
            for (int i = 0; i < 300; i++)
                engine.Run("SET", $"stays{i}", "v").IsOk();

            var seen = new List<string>();
            string cursor = "0";
            do
            {
                object?[] reply = engine.Run("SCAN", cursor, "COUNT", $"{count}").Items;
                cursor = (string)reply[0]!;
                seen.AddRange(((object?[])reply[1]!).Cast<string>());
                others.Change(count * 8);
            }
            while (cursor != "0");
            Assert.Equal(Names("stays", 300), seen.Where(key => key.StartsWith('s')).Order(StringComparer.Ordinal));
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Fact]
    public void Keys_OthersComeAndGoOnOtherThreads_ReturnsTheRestExactlyOnce()
    {
        Fill("stays", 2_000);
        bool stop = false;
        var writers = new Thread[2];
        for (int w = 0; w < writers.Length; w++)
        {
            TestClient client = _engine.NewClient();
            string prefix = $"other{w}:";
            writers[w] = new Thread(() =>
            {
                for (int round = 0; !Volatile.Read(ref stop); round++)
                    for (int i = 0; i < 4_000 && !Volatile.Read(ref stop); i++)
                        client.Run(round % 2 == 0 ? ["SET", prefix + i, "v"] : ["DEL", prefix + i]);
            });
            writers[w].Start();
        }
        try
        {
            string[] expected = Names("stays", 2_000);
            for (int i = 0; i < 40; i++)
            {
                IEnumerable<string> found = _engine.Run("KEYS", "stays*").Items.Cast<string>();
                Assert.Equal(expected, found.Order(StringComparer.Ordinal));
            }
        }
        finally
        {
            Volatile.Write(ref stop, true);
            foreach (Thread writer in writers)
                writer.Join();
        }
    }

    private void Fill(string prefix, int count)
    {
        for (int i = 0; i < count; i++)
            _engine.Run("SET", $"{prefix}{i}", "v").IsOk();
    }

    private static string[] Names(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}").Order(StringComparer.Ordinal)];

    private static List<string> ScanAll(TestEngine engine, params string[] options)
    {
        var keys = new List<string>();
        string cursor = "0";
        do
        {
            object?[] reply = engine.Run(["SCAN", cursor, .. options]).Items;
            cursor = (string)reply[0]!;
            keys.AddRange(((object?[])reply[1]!).Cast<string>());
        }
        while (cursor != "0");
        return keys;
    }

    /// <summary>Keys that swing between none and three thousand while a scan goes on.</summary>
    private sealed class Others(TestEngine engine, Random random, bool grows)
    {
        private const int CountMax = 3_000;

        private readonly List<int> _present = [.. grows ? [] : FillWith(engine)];
        private bool _grows = grows;
        private int _next = CountMax;

        public void Change(int count)
        {
            for (int i = 0; i < count; i++)
            {
                if (_grows)
                    Add();
                else
                    Remove();
                if (_present.Count is 0 or CountMax)
                    _grows = !_grows;
            }
        }

        private static IEnumerable<int> FillWith(TestEngine engine)
        {
            for (int i = 0; i < CountMax - 1; i++)
                engine.Run("SET", $"other{i}", "v").IsOk();
            return Enumerable.Range(0, CountMax - 1);
        }

        private void Add()
        {
            _present.Add(_next);
            engine.Run("SET", $"other{_next++}", "v").IsOk();
        }

        private void Remove()
        {
            int at = random.Next(_present.Count);
            engine.Run("DEL", $"other{_present[at]}").Is(1);
            _present[at] = _present[^1];
            _present.RemoveAt(_present.Count - 1);
        }
    }
}
