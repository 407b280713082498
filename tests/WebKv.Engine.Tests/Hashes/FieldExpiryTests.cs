using WebKv.Engine.Keys;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Hashes;

/// <summary>Deadlines of fields, each test over a packed hash and over a table.</summary>
public sealed class FieldExpiryTests : IDisposable
{
    private const long StartMs = 1_767_225_600_000;

    private TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    public static TheoryData<int> Packed => [512, 0];

    [Theory]
    [MemberData(nameof(Packed))]
    public void HExpire_SetsADeadline_ThatIsLoggedInMilliseconds(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.TakeEffects();
        _engine.Run("HEXPIRE", "h", "10", "FIELDS", "2", "a", "x").IsArray(1L, -2L);
        Assert.Equal([$"db0 HPEXPIREAT h {StartMs + 10_000} FIELDS 1 a"], _engine.TakeEffects());
        _engine.Run("HTTL", "h", "FIELDS", "3", "a", "b", "x").IsArray(10L, -1L, -2L);
        _engine.Run("HPTTL", "h", "FIELDS", "1", "a").IsArray(10_000L);
        _engine.Run("HEXPIRETIME", "h", "FIELDS", "1", "a").IsArray(StartMs / 1000 + 10);
        _engine.Run("HPEXPIRETIME", "h", "FIELDS", "1", "a").IsArray(StartMs + 10_000);
        _engine.Advance(9_001);
        _engine.Run("HTTL", "h", "FIELDS", "1", "a").IsArray(1L);
        _engine.Advance(999);
        _engine.Run("HGET", "h", "a").Is("1");
        _engine.Advance(1);
        _engine.Run("HGET", "h", "a").IsNull();
        Assert.Equal(["db0 HDEL h a"], _engine.TakeEffects());
        _engine.Run("HGETALL", "h").IsArray("b", "2");
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void HExpire_Conditions_AreChecked(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.Run("HEXPIRE", "h", "10", "XX", "FIELDS", "1", "a").IsArray(0L);
        _engine.Run("HEXPIRE", "h", "10", "GT", "FIELDS", "1", "a").IsArray(0L);
        _engine.Run("HEXPIRE", "h", "10", "LT", "FIELDS", "1", "a").IsArray(1L);
        _engine.Run("HEXPIRE", "h", "20", "NX", "FIELDS", "2", "a", "b").IsArray(0L, 1L);
        _engine.Run("HEXPIRE", "h", "15", "GT", "FIELDS", "2", "a", "b").IsArray(1L, 0L);
        _engine.Run("HEXPIRE", "h", "15", "LT", "FIELDS", "2", "a", "b").IsArray(0L, 1L);
        _engine.Run("HTTL", "h", "FIELDS", "2", "a", "b").IsArray(15L, 15L);
        _engine.TakeEffects();
        _engine.Run("HEXPIRE", "h", "15", "GT", "FIELDS", "2", "a", "b").IsArray(0L, 0L);
        Assert.Empty(_engine.TakeEffects());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void HExpire_PastDeadline_RemovesTheFields_AndTheHashWithTheLast(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2", "c", "3");
        _engine.TakeEffects();
        _engine.Run("HEXPIREAT", "h", "1", "FIELDS", "2", "a", "a").IsArray(2L, -2L);
        _engine.Run("HPEXPIRE", "h", "0", "FIELDS", "2", "b", "c").IsArray(2L, 2L);
        _engine.Run("EXISTS", "h").Is(0);
        _engine.Run("HPEXPIRE", "h", "0", "FIELDS", "2", "b", "c").IsArray(-2L, -2L);
        Assert.Equal(["db0 HDEL h a", "db0 HDEL h b c"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("HEXPIRE", "h", "-1", "FIELDS", "1", "f")]
    [InlineData("HEXPIRE", "h", "x", "FIELDS", "1", "f")]
    [InlineData("HEXPIRE", "h", "70368744178", "FIELDS", "1", "f")]
    [InlineData("HPEXPIREAT", "h", "70368744177664", "FIELDS", "1", "f")]
    [InlineData("HPEXPIREAT", "h", "9223372036854775807", "FIELDS", "1", "f")]
    [InlineData("HEXPIRE", "h", "10", "FIELDS", "0", "f")]
    [InlineData("HEXPIRE", "h", "10", "FIELDS", "2", "f")]
    [InlineData("HEXPIRE", "h", "10", "FIELDS", "9223372036854775807", "f")]
    [InlineData("HEXPIRE", "h", "10", "NX", "XX", "FIELDS", "1", "f")]
    [InlineData("HEXPIRE", "h", "10", "1", "f", "g")]
    [InlineData("HTTL", "h", "FIELDS", "-1", "f")]
    [InlineData("HTTL", "h", "FIELDS", "2", "f")]
    [InlineData("HPERSIST", "h", "FEILDS", "1", "f")]
    [InlineData("HGETEX", "h", "EX", "0", "FIELDS", "1", "f")]
    [InlineData("HGETEX", "h", "EX", "10", "PX", "10", "FIELDS", "1", "f")]
    [InlineData("HGETEX", "h", "PXAT", "70368744177664", "FIELDS", "1", "f")]
    [InlineData("HSETEX", "h", "EX", "-1", "FIELDS", "1", "f", "v")]
    [InlineData("HSETEX", "h", "FNX", "FXX", "FIELDS", "1", "f", "v")]
    [InlineData("HSETEX", "h", "FIELDS", "2", "f", "v", "g")]
    [InlineData("HSETEX", "h", "KEEPTTL", "EX", "1", "FIELDS", "1", "f", "v")]
    public void BadArguments_AreRefusedAndChangeNothing(params string[] line)
    {
        _engine.Run("HSET", "h", "f", "v");
        _engine.TakeEffects();
        _engine.Run(line).IsError("ERR");
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("HPTTL", "h", "FIELDS", "1", "f").IsArray(-1L);
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void HPersist_ClearsTheDeadline(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.Run("HEXPIRE", "h", "10", "FIELDS", "1", "a");
        _engine.TakeEffects();
        _engine.Run("HPERSIST", "h", "FIELDS", "3", "a", "b", "x").IsArray(1L, -1L, -2L);
        _engine.Run("HPERSIST", "missing", "FIELDS", "1", "a").IsArray(-2L);
        Assert.Equal(["db0 HPERSIST h FIELDS 1 a"], _engine.TakeEffects());
        _engine.Advance(20_000);
        _engine.Run("HGET", "h", "a").Is("1");
        Assert.Empty(_engine.TakeEffects());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void Writes_HSetDropsTheDeadline_IncrementsKeepIt(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "set", "1", "int", "1", "float", "1", "keep", "1");
        _engine.Run("HPEXPIRE", "h", "5000", "FIELDS", "4", "set", "int", "float", "keep");
        _engine.TakeEffects();
        _engine.Run("HSET", "h", "set", "2");
        _engine.Run("HINCRBY", "h", "int", "1").Is(2);
        _engine.Run("HINCRBYFLOAT", "h", "float", "0.5").Is("1.5");
        _engine.Run("HSETEX", "h", "KEEPTTL", "FIELDS", "2", "keep", "2", "new", "3").Is(1);
        _engine.Run("HPTTL", "h", "FIELDS", "5", "set", "int", "float", "keep", "new")
            .IsArray(-1L, 5_000L, 5_000L, 5_000L, -1L);
        Assert.Equal(
            [
                "db0 HSET h set 2",
                $"db0 HSETEX h PXAT {StartMs + 5_000} FIELDS 1 int 2",
                $"db0 HSETEX h PXAT {StartMs + 5_000} FIELDS 1 float 1.5",
                "db0 HSETEX h KEEPTTL FIELDS 2 keep 2 new 3",
            ],
            _engine.TakeEffects());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void HSetEx_Conditions_HoldForAllFieldsOrNone(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSETEX", "h", "FXX", "FIELDS", "1", "a", "1").Is(0);
        _engine.Run("EXISTS", "h").Is(0);
        _engine.Run("HSETEX", "h", "FNX", "EX", "10", "FIELDS", "2", "a", "1", "b", "2").Is(1);
        _engine.Run("HSETEX", "h", "FNX", "FIELDS", "2", "c", "1", "b", "2").Is(0);
        _engine.Run("HSETEX", "h", "FXX", "FIELDS", "2", "c", "1", "b", "2").Is(0);
        _engine.Run("HSETEX", "h", "PXAT", "1", "FIELDS", "2", "b", "3", "c", "3").Is(1);
        _engine.Run("HGETALL", "h").IsArray("a", "1");
        Assert.Equal(
            [$"db0 HSETEX h PXAT {StartMs + 10_000} FIELDS 2 a 1 b 2", "db0 HDEL h b"], _engine.TakeEffects());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void HGetEx_SetsClearsOrLeavesTheDeadline(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.TakeEffects();
        _engine.Run("HGETEX", "h", "FIELDS", "2", "a", "x").IsArray("1", null);
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("HGETEX", "h", "PX", "100", "FIELDS", "1", "a").IsArray("1");
        _engine.Run("HGETEX", "h", "PERSIST", "FIELDS", "2", "a", "b").IsArray("1", "2");
        _engine.Run("HGETEX", "h", "EXAT", "1", "FIELDS", "2", "a", "b").IsArray("1", "2");
        _engine.Run("EXISTS", "h").Is(0);
        _engine.Run("HGETEX", "h", "EX", "1", "FIELDS", "1", "a").IsArray([null]);
        Assert.Equal(
            [
                $"db0 HPEXPIREAT h {StartMs + 100} FIELDS 1 a",
                "db0 HPERSIST h FIELDS 1 a",
                "db0 HDEL h a b",
            ],
            _engine.TakeEffects());
    }

    // Trap 43.
    [Theory]
    [MemberData(nameof(Packed))]
    public void CopiedAndMovedHashes_KeepTheirDeadlines_AndAreSwept(int packedEntries)
    {
        Pack(packedEntries);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.Run("HPEXPIRE", "h", "100", "FIELDS", "1", "a");
        _engine.Run("COPY", "h", "copied").Is(1);
        _engine.Run("RENAME", "h", "renamed").IsOk();
        _engine.Run("COPY", "renamed", "moved").Is(1);
        _engine.Run("MOVE", "moved", "3").Is(1);
        _engine.Run("SWAPDB", "3", "5").IsOk();
        _engine.Advance(101);
        _engine.TakeEffects();
        Sweep();
        Assert.Equal(
            ["db0 HDEL copied a", "db0 HDEL renamed a", "db5 HDEL moved a"], _engine.TakeEffects().Order());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void LastFieldExpires_TheKeyIsGone_ForEveryCommandThatLooks(int packedEntries)
    {
        Pack(packedEntries);
        foreach (string key in (string[])["type", "exists", "set", "ttl"])
            _engine.Run("HSETEX", key, "PX", "100", "FIELDS", "1", "f", "v").Is(1);
        _engine.Advance(101);
        _engine.TakeEffects();
        _engine.Run("TYPE", "type").Is("none");
        _engine.Run("EXISTS", "exists").Is(0);
        _engine.Run("TTL", "ttl").Is(-2);
        _engine.Run("SET", "set", "string").IsOk();
        _engine.Run("DBSIZE").Is(1);
        Assert.Equal(
            ["db0 HDEL type f", "db0 HDEL exists f", "db0 HDEL ttl f", "db0 HDEL set f", "db0 SET set string"],
            _engine.TakeEffects());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void Sweep_ManyHashes_TakesOutWhatIsDueAndNothingElse(int packedEntries)
    {
        Pack(packedEntries);
        for (int i = 0; i < 300; i++)
        {
            _engine.Run("HSET", $"h{i}", "dead", "1", "live", "2", "eternal", "3");
            _engine.Run("HPEXPIRE", $"h{i}", "100", "FIELDS", "1", "dead");
            _engine.Run("HPEXPIRE", $"h{i}", "9000", "FIELDS", "1", "live");
        }
        _engine.TakeEffects();
        Sweep();
        Assert.Empty(_engine.TakeEffects());
        _engine.Advance(101);
        Sweep();
        List<string> effects = _engine.TakeEffects();
        Assert.Equal(300, effects.Distinct().Count());
        Assert.All(effects, effect => Assert.EndsWith(" dead", effect, StringComparison.Ordinal));
        _engine.Run("HLEN", "h7").Is(2);
        Assert.Equal(0, _engine.Engine.CountVolatileKeys(0));
    }

    // Trap 42: HLEN counts fields that have expired, everything else hides them.
    [Fact]
    public void ManyFieldsExpireAtOnce_TheTableIsClearedInSlices_AndHidesTheRest()
    {
        for (int i = 0; i < 5_000; i++)
            _engine.Run("HSETEX", "h", "PX", "100", "FIELDS", "1", $"dead{i}", "v");
        _engine.Run("HSET", "h", "live", "v");
        _engine.Advance(101);
        _engine.TakeEffects();
        _engine.Run("HGETALL", "h").IsArray("live", "v");
        Assert.InRange(_engine.TakeEffects().Count, 1, 1_000);
        Assert.InRange((long)_engine.Run("HLEN", "h").Value!, 3_000, 5_000);
        _engine.Run("HEXISTS", "h", "dead4999").Is(0);
        _engine.Run("HSETNX", "h", "dead1", "again").Is(1);
        _engine.Run("HDEL", "h", "dead4998").Is(0);
        Assert.Equal(["dead1", "live"], _engine.Run("HRANDFIELD", "h", "10").Items.Order());
        _engine.Run("HLEN", "h").Is(2);
    }

    [Fact]
    public void Sweep_ManyFieldsExpireAtOnce_ClearsTheTableInSlices()
    {
        for (int i = 0; i < 5_000; i++)
            _engine.Run("HSETEX", "h", "PX", "100", "FIELDS", "1", $"dead{i}", "v");
        _engine.Advance(101);
        Sweep();
        Assert.Equal(0, _engine.Engine.CountKeys(0));
        Assert.Equal(5_000, _engine.Engine.Shards.Sum(shard => shard.ExpiredFields));
    }

    [Fact]
    public void Watch_FieldExpires_FailsTheTransaction()
    {
        _engine.Run("HSETEX", "h", "PX", "100", "FIELDS", "1", "f", "v");
        _engine.Run("HSET", "h", "g", "v");
        _engine.Run("WATCH", "h").IsOk();
        _engine.Advance(101);
        _engine.Run("HLEN", "h").Is(1);
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsNull();
    }

    [Fact]
    public void Encoding_FollowsDeadlinesAndLimits()
    {
        Pack(3);
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.Run("OBJECT", "ENCODING", "h").Is("listpack");
        _engine.Run("HPEXPIRE", "h", "100", "FIELDS", "1", "a");
        _engine.Run("OBJECT", "ENCODING", "h").Is("listpackex");
        _engine.Advance(101);
        _engine.Run("OBJECT", "ENCODING", "h").Is("listpack");
        _engine.Run("HSET", "h", "c", "3", "d", "4");
        _engine.Run("OBJECT", "ENCODING", "h").Is("listpack");
        _engine.Run("HSET", "h", "e", "5");
        _engine.Run("OBJECT", "ENCODING", "h").Is("hashtable");
        _engine.Run("HSET", "long", "f", new string('x', 65));
        _engine.Run("OBJECT", "ENCODING", "long").Is("hashtable");
    }

    private void Sweep()
    {
        var sweeper = new ExpirySweeper(_engine.Engine);
        for (int i = 0; i < 20; i++)
            sweeper.RunCycle(TimeSpan.MaxValue);
    }

    private void Pack(int entries)
    {
        _engine.Dispose();
        var packing = new PackingLimits { HashEntries = entries };
        _engine = new TestEngine(new EngineOptions { Shards = 4, Packing = packing });
    }
}
