using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class ExpirySweeperTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    private static readonly TimeSpan Unlimited = TimeSpan.MaxValue;

    [Fact]
    public void RunCycle_EverythingExpired_RemovesAllInUnitsOfTheirOwn()
    {
        Fill("dead", 2_000, ttlMs: 100);
        Fill("live", 500, ttlMs: 60_000);
        _engine.Run("SET", "eternal", "v").IsOk();
        _engine.Client.Session.Database = 5;
        Fill("dead", 100, ttlMs: 100);
        _engine.Client.Session.Database = 0;
        _engine.TakeEffects();
        long lsn = _engine.Journal.LastLsn;
        _engine.Advance(101);

        var sweeper = new ExpirySweeper(_engine.Engine);
        long removed = RunUntilIdle(sweeper);
        Assert.InRange(removed, 2_000, 2_100);
        List<string> effects = _engine.TakeEffects();
        Assert.Equal(removed, effects.Distinct().Count());
        Assert.All(effects, effect => Assert.Contains(" DEL dead", effect, StringComparison.Ordinal));
        Assert.Contains(effects, effect => effect.StartsWith("db5 ", StringComparison.Ordinal));
        Assert.Equal(lsn + removed, _engine.Journal.LastLsn);
        Assert.Equal(removed, _engine.Engine.Shards.Sum(shard => shard.ExpiredKeys));
        _engine.Run("GET", "live7").Is("v");
    }

    [Fact]
    public void RunCycle_AllStale_LeavesNone()
    {
        Fill("dead", 3_000, ttlMs: 100);
        _engine.Advance(101);
        Assert.Equal(3_000, new ExpirySweeper(_engine.Engine).RunCycle(Unlimited));
        _engine.Run("DBSIZE").Is(0);
    }

    [Fact]
    public void RunCycle_NothingExpired_RemovesNothing()
    {
        Fill("live", 1_000, ttlMs: 60_000);
        _engine.TakeEffects();
        Assert.Equal(0, new ExpirySweeper(_engine.Engine).RunCycle(Unlimited));
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void RunCycle_NoBudget_DoesOneSliceAndGoesOnFromThere()
    {
        Fill("dead", 4_000, ttlMs: 100);
        _engine.Advance(101);
        var sweeper = new ExpirySweeper(_engine.Engine);
        long first = sweeper.RunCycle(TimeSpan.Zero);
        Assert.InRange(first, 1, 100);
        long[] before = Counts();
        for (int i = 1; i < _engine.Engine.ShardCount; i++)
            Assert.InRange(sweeper.RunCycle(TimeSpan.Zero), 1, 100);
        Assert.Equal(_engine.Engine.ShardCount - 1, Counts().Zip(before).Count(pair => pair.First > pair.Second));
    }

    // The gates of the other shards are held by this thread; a cycle that took one of them would fail the order check
    // of debug builds or wait for ever.
    [Fact]
    public void RunCycle_ShardWithoutVolatileKeys_IsNotEvenLocked()
    {
        for (int i = 0; i < 100; i++)
            _engine.Run("SET", $"k{i}", "v").IsOk();
        foreach (Shard shard in _engine.Engine.Shards)
            shard.Enter();
        Assert.Equal(0, new ExpirySweeper(_engine.Engine).RunCycle(Unlimited));
        foreach (Shard shard in _engine.Engine.Shards)
            shard.Exit();
    }

    [Fact]
    public void RunCycle_WatchedKeyRemoved_FailsItsExec()
    {
        _engine.Run("SET", "k", "v", "PX", "100").IsOk();
        _engine.Run("WATCH", "k").IsOk();
        _engine.Advance(101);
        Assert.Equal(1, new ExpirySweeper(_engine.Engine).RunCycle(Unlimited));
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsNull();
    }

    private void Fill(string prefix, int count, int ttlMs)
    {
        for (int i = 0; i < count; i++)
            _engine.Run("SET", $"{prefix}{i}", "v", "PX", $"{ttlMs}").IsOk();
    }

    private long[] Counts() => [.. _engine.Engine.Shards.Select(shard => shard.ExpiredKeys)];

    private static long RunUntilIdle(ExpirySweeper sweeper)
    {
        long removed = 0;
        for (int idle = 0; idle < 20;)
        {
            long now = sweeper.RunCycle(Unlimited);
            removed += now;
            idle = now == 0 ? idle + 1 : 0;
        }
        return removed;
    }
}
