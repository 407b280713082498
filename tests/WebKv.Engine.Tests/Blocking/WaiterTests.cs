using System.Collections.Concurrent;
using WebKv.Engine.Blocking;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Blocking;

/// <summary>Calls that wait: their order, their end, and that nothing is lost in between.</summary>
public sealed class WaiterTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TestEngine _engine = new();

    public void Dispose()
    {
        Assert.Equal(0, _engine.Engine.Waits.Count);
        Assert.All(_engine.Engine.Shards, shard => Assert.True(shard.WaitLines.IsEmpty));
        _engine.Dispose();
    }

    [Fact]
    public async Task KeyThatIsThere_IsTakenAtOnce()
    {
        _engine.Run("SET", "k", "v").IsOk();
        var taker = new Taker(_engine.Engine, 0, "other", "k");
        Assert.Equal(WaitOutcome.Served, await taker.Outcome);
        Assert.Equal("v", taker.Taken);
    }

    [Fact]
    public async Task Waiters_AreServedInTheirOrder_BeforeTheWriterGoesOn()
    {
        Taker[] takers = [.. Enumerable.Range(0, 3).Select(_ => new Taker(_engine.Engine, 0, "k"))];
        for (int i = 0; i < takers.Length; i++)
        {
            Assert.False(takers[i].Outcome.IsCompleted);
            _engine.Run("SET", "k", $"{i}").IsOk();
            _engine.Run("EXISTS", "k").Is(0);
            Assert.Equal(WaitOutcome.Served, await takers[i].Outcome);
            Assert.Equal($"{i}", takers[i].Taken);
        }
    }

    [Fact]
    public async Task WaiterOfSeveralKeys_LeavesAllLines()
    {
        var both = new Taker(_engine.Engine, 0, "a", "b");
        var second = new Taker(_engine.Engine, 0, "a");
        _engine.Run("SET", "b", "1").IsOk();
        Assert.Equal("1", await TakenBy(both));
        _engine.Run("SET", "a", "2").IsOk();
        Assert.Equal("2", await TakenBy(second));
    }

    [Fact]
    public async Task SameKeyTwice_IsServedOnce()
    {
        var taker = new Taker(_engine.Engine, 0, "k", "k");
        _engine.Run("SET", "k", "v").IsOk();
        Assert.Equal("v", await TakenBy(taker));
        _engine.Run("SET", "k", "w").IsOk();
        _engine.Run("GET", "k").Is("w");
    }

    [Fact]
    public async Task Transaction_ThatGivesAndTakesBack_WakesNobody()
    {
        var taker = new Taker(_engine.Engine, 0, "k");
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "k", "v");
        _engine.Run("DEL", "k");
        _engine.Run("EXEC");
        Assert.False(taker.Outcome.IsCompleted);
        _engine.Run("SET", "k", "w").IsOk();
        Assert.Equal("w", await TakenBy(taker));
    }

    [Theory]
    [InlineData("RENAME", "source", "k")]
    [InlineData("COPY", "source", "k")]
    [InlineData("SWAPDB", "0", "1")]
    public async Task KeyThatComesByOtherMeans_WakesToo(params string[] command)
    {
        var taker = new Taker(_engine.Engine, 0, "k");
        _engine.Run("SELECT", "1").IsOk();
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("SELECT", "0").IsOk();
        _engine.Run("SET", "source", "v").IsOk();
        Assert.False(taker.Outcome.IsCompleted);
        _engine.Run(command);
        Assert.Equal("v", await TakenBy(taker));
    }

    [Fact]
    public async Task TimeThatIsOver_EndsTheWait()
    {
        var taker = new Taker(_engine.Engine, 1000, "k");
        _engine.Advance(999);
        Assert.False(taker.Outcome.IsCompleted);
        _engine.Advance(1);
        Assert.Equal(WaitOutcome.TimedOut, await taker.Outcome);
        Assert.Null(taker.Taken);
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("GET", "k").Is("v");
    }

    [Fact]
    public async Task CancelledWaiter_TakesNothing()
    {
        var taker = new Taker(_engine.Engine, 0, "k");
        taker.Cancel();
        Assert.Equal(WaitOutcome.Cancelled, await taker.Outcome);
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("GET", "k").Is("v");
    }

    [Fact]
    public async Task AboveTheLimit_ACallIsRefused()
    {
        using var engine = new TestEngine(new EngineOptions { Shards = 4, WaitsMax = 1 });
        var first = new Taker(engine.Engine, 0, "k");
        var second = new Taker(engine.Engine, 0, "k");
        Assert.Equal(WaitOutcome.Served, await second.Outcome);
        Assert.Equal("ERR max number of waiting calls reached", second.Failure!.Text);
        engine.Run("SET", "k", "v").IsOk();
        Assert.Equal("v", await TakenBy(first));
    }

    [Fact]
    public async Task ManyWaiters_AreServedEach()
    {
        const int Count = 500;
        Taker[] takers = [.. Enumerable.Range(0, Count).Select(_ => new Taker(_engine.Engine, 0, "k"))];
        Assert.Equal(Count, _engine.Engine.Waits.Count);
        for (int i = 0; i < Count; i++)
            _engine.Run("SET", "k", $"{i}").IsOk();
        for (int i = 0; i < Count; i++)
            Assert.Equal($"{i}", await TakenBy(takers[i]));
    }

    // Three threads give, takers wait on several keys each and are cancelled at random: what was given is either taken
    // exactly once or still there.
    [Fact]
    public async Task ManyThreads_LoseNothingAndTakeNothingTwice()
    {
        const int PerThread = 2_000;
        const int Givers = 3;
        string[] keys = ["a", "b", "c", "d"];
        var taken = new ConcurrentBag<string>();
        int given = 0;
        Task[] givers = [.. Enumerable.Range(0, Givers).Select(giver => Task.Run(() =>
        {
            var random = new Random(giver);
            TestClient client = _engine.NewClient();
            for (int i = 0; i < PerThread; i++)
                if (client.Run("SET", keys[random.Next(keys.Length)], $"{giver}.{i}", "NX").Value is not null)
                    Interlocked.Increment(ref given);
        }))];
        Task[] takers = [.. Enumerable.Range(0, 4).Select(taker => Task.Run(async () =>
        {
            var random = new Random(100 + taker);
            while (!Task.WhenAll(givers).IsCompleted)
            {
                var one = new Taker(_engine.Engine, 0, keys[random.Next(keys.Length)], keys[random.Next(keys.Length)]);
                if (random.Next(4) == 0 || Task.WhenAll(givers).IsCompleted)
                    one.Cancel();
                await Task.WhenAny(one.Outcome, Task.WhenAll(givers));
                one.Cancel();
                if (await one.Outcome.WaitAsync(Patience, TestContext.Current.CancellationToken) == WaitOutcome.Served)
                    taken.Add(one.Taken!);
            }
        }))];
        await Task.WhenAll(givers).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await Task.WhenAll(takers).WaitAsync(Patience, TestContext.Current.CancellationToken);
        int left = keys.Count(key => _engine.Run("EXISTS", key).Value is 1L);
        Assert.Equal(given, taken.Count + left);
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    private static async Task<string?> TakenBy(Taker taker)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        Assert.Equal(WaitOutcome.Served, await taker.Outcome.WaitAsync(Patience, cancelled));
        return taker.Taken;
    }
}
