using WebKv.Engine.Eviction;
using WebKv.Engine.Tests.Memory;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Eviction;

/// <summary>What goes, and what stays, when the memory limit is reached.</summary>
[Collection<ProcessMemoryCollection>]
public sealed class EvictionTests
{
    private const int Keys = 2_000;
    private const int ValueBytes = 1_000;

    [Fact]
    public void NoEviction_RefusesWhatNeedsMemory_AndNothingElse()
    {
        using TestEngine engine = FullEngine(EvictionPolicy.NoEviction);
        engine.Run("SET", "k", "v").IsError("OOM command not allowed when used memory > 'maxmemory'.");
        engine.Run("RPUSH", "l", "v").IsError("OOM");
        engine.Run("DEL", "key:1").Is(1);
        Assert.Equal(0, engine.Engine.Evictor.Evicted);
    }

    [Theory]
    [InlineData(EvictionPolicy.AllKeysLru)]
    [InlineData(EvictionPolicy.AllKeysLfu)]
    [InlineData(EvictionPolicy.AllKeysRandom)]
    public void AllKeys_MakeRoomWithinTheLimit(EvictionPolicy policy)
    {
        using TestEngine engine = FullEngine(policy);
        for (int i = 0; i < Keys; i++)
            engine.Run("SET", $"new:{i}", new string('v', ValueBytes)).IsOk();
        Assert.InRange(Used(engine), 0, engine.Engine.MemoryMax + (64 * 1024 * engine.Engine.ShardCount));
        Assert.True(engine.Engine.Evictor.Evicted >= Keys / 2);
    }

    [Fact]
    public void Lru_KeepsWhatWasReadLately()
    {
        using TestEngine engine = FullEngine(EvictionPolicy.AllKeysLru);
        engine.Advance(60_000);
        for (int i = 0; i < 200; i++)
            engine.Run("GET", $"key:{i}");
        engine.Advance(60_000);
        Overfill(engine, Keys / 2);
        Assert.InRange(Survivors(engine, 0, 200), 190, 200);
        Assert.InRange(Survivors(engine, Keys - 200, Keys), 0, 150);
    }

    [Fact]
    public void Lfu_KeepsWhatIsReadOften()
    {
        using TestEngine engine = FullEngine(EvictionPolicy.AllKeysLfu);
        for (int round = 0; round < 100; round++)
            for (int i = 0; i < 200; i++)
                engine.Run("GET", $"key:{i}");
        Overfill(engine, Keys / 2);
        Assert.InRange(Survivors(engine, 0, 200), 190, 200);
        engine.Run("OBJECT", "FREQ", "key:1");
        engine.Run("OBJECT", "IDLETIME", "key:1").IsError("ERR An LFU maxmemory policy is selected");
    }

    [Theory]
    [InlineData(EvictionPolicy.VolatileLru)]
    [InlineData(EvictionPolicy.VolatileLfu)]
    [InlineData(EvictionPolicy.VolatileRandom)]
    [InlineData(EvictionPolicy.VolatileTtl)]
    public void Volatile_TakesKeysWithAnExpiryOnly_ThenRefuses(EvictionPolicy policy)
    {
        using TestEngine engine = FullEngine(policy, volatileKeys: 100);
        for (int i = 0; i < 100; i++)
            engine.Run("SET", $"new:{i}", new string('v', ValueBytes / 2));
        Assert.Equal(Keys - 100, Survivors(engine, 100, Keys));
        Overfill(engine, 100);
        engine.Engine.Evictor.RunCycle(TimeSpan.FromSeconds(30));
        engine.Run("SET", "last", new string('v', ValueBytes)).IsError("OOM");
        Assert.Equal(0, Survivors(engine, 0, 100));
    }

    [Theory]
    [InlineData(EvictionPolicy.VolatileLru)]
    [InlineData(EvictionPolicy.VolatileTtl)]
    public void Volatile_HashWhoseFieldsExpire_Stays(EvictionPolicy policy)
    {
        using TestEngine engine = FullEngine(policy, volatileKeys: 10);
        engine.Engine.MemoryMax = 0;
        for (int i = 0; i < 50; i++)
            engine.Run("HSETEX", $"hash:{i}", "EX", "1000", "FIELDS", "1", "f", "v").Is(1);
        engine.Engine.MemoryMax = 1;
        // A command gives up after half a millisecond and runs all the same: here all that can go is to be gone.
        engine.Engine.Evictor.RunCycle(TimeSpan.FromSeconds(30));
        engine.Run("SET", "last", "v").IsError("OOM");
        Assert.Equal(0, Survivors(engine, 0, 10));
        Assert.All(Enumerable.Range(0, 50), i => engine.Run("EXISTS", $"hash:{i}").Is(1));
    }

    [Fact]
    public void VolatileTtl_TakesWhatExpiresFirst()
    {
        using TestEngine engine = FullEngine(EvictionPolicy.VolatileTtl, volatileKeys: 1_000);
        Overfill(engine, 500);
        int early = Survivors(engine, 0, 300);
        int late = Survivors(engine, 700, 1_000);
        Assert.True(late > early + 150, $"{late} of the later ones are left, {early} of the earlier ones");
    }

    [Fact]
    public void Eviction_IsJournalledAheadOfTheTransaction()
    {
        using TestEngine engine = FullEngine(EvictionPolicy.AllKeysRandom);
        engine.TakeEffects();
        engine.Run("MULTI").IsOk();
        engine.Run("SET", "a", "1");
        engine.Run("SET", "b", "2");
        engine.Run("EXEC");
        List<string> effects = engine.TakeEffects();
        Assert.Equal(["db0 SET a 1", "db0 SET b 2"], effects[^2..]);
        Assert.NotEmpty(effects[..^2]);
        Assert.All(effects[..^2], effect => Assert.StartsWith("db0 DEL key:", effect));
    }

    private static TestEngine FullEngine(EvictionPolicy policy, int volatileKeys = 0)
    {
        var engine = new TestEngine(new EngineOptions { Shards = 4, Eviction = policy });
        for (int i = 0; i < Keys; i++)
        {
            engine.Run("SET", $"key:{i}", new string('v', ValueBytes)).IsOk();
            if (i < volatileKeys)
                engine.Run("PEXPIRE", $"key:{i}", $"{1_000_000 + (i * 1_000)}").Is(1);
        }
        engine.Engine.MemoryMax = engine.Engine.UsedBytes - 1;
        return engine;
    }

    private static void Overfill(TestEngine engine, int count)
    {
        for (int i = 0; i < count; i++)
            engine.Run("SET", $"more:{i}", new string('v', ValueBytes));
    }

    private static long Used(TestEngine engine) => engine.Engine.Shards.Sum(shard => shard.UsedBytes);

    private static int Survivors(TestEngine engine, int from, int until) =>
        Enumerable.Range(from, until - from).Count(i => engine.Run("EXISTS", $"key:{i}").Value is 1L);
}
