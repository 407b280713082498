using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class DatabaseTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("FLUSHDB")]
    [InlineData("FLUSHALL")]
    [InlineData("FLUSHDB", "ASYNC")]
    [InlineData("FLUSHALL", "sync")]
    public void Flush_RemovesEverythingAndIsJournalledEvenWhenEmpty(params string[] line)
    {
        for (int i = 0; i < 1_000; i++)
            _engine.Run("SET", $"k{i}", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run(line).IsOk();
        _engine.Run("DBSIZE").Is(0);
        _engine.Run("GET", "k1").IsNull();
        _engine.Run("SCAN", "0").IsArray("0", Array.Empty<object?>());
        _engine.Run(line).IsOk();
        Assert.Equal([$"db0 {line[0]}", $"db0 {line[0]}"], _engine.TakeEffects());
        _engine.Run("SET", "k1", "new").IsOk();
        _engine.Run("DBSIZE").Is(1);
    }

    [Fact]
    public void FlushDb_LeavesOtherDatabasesAlone()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Client.Session.Database = 1;
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("FLUSHDB").IsOk();
        _engine.Run("DBSIZE").Is(0);
        _engine.Client.Session.Database = 0;
        _engine.Run("DBSIZE").Is(1);
        _engine.Client.Session.Database = 1;
        _engine.Run("FLUSHALL").IsOk();
        _engine.Client.Session.Database = 0;
        _engine.Run("DBSIZE").Is(0);
    }

    [Fact]
    public void Flush_Sync_FreesTheMemoryBeforeItReplies()
    {
        long before = _engine.Engine.Shards.Sum(shard => shard.UsedBytes);
        for (int i = 0; i < 1_000; i++)
            _engine.Run("SET", $"k{i}", "v").IsOk();
        _engine.Run("FLUSHALL", "SYNC").IsOk();
        Assert.Equal(before, _engine.Engine.Shards.Sum(shard => shard.UsedBytes));
    }

    [Fact]
    public void Flush_Async_LeavesTheMemoryToTheQueue()
    {
        for (int i = 0; i < 1_000; i++)
            _engine.Run("SET", $"k{i}", "v").IsOk();
        long used = _engine.Engine.Shards.Sum(shard => shard.UsedBytes);
        _engine.Run("FLUSHALL").IsOk();
        Assert.Equal(used, _engine.Engine.Shards.Sum(shard => shard.UsedBytes));
        _engine.Run("FLUSHALL", "SYNC").IsOk();
        Assert.Equal(0, _engine.Engine.Shards.Sum(shard => shard.UsedBytes));
    }

    [Theory]
    [InlineData("FLUSHDB", "NOW")]
    [InlineData("FLUSHALL", "ASYNC", "SYNC")]
    public void Flush_BadMode_IsAnError(params string[] line) => _engine.Run(line).IsError("ERR syntax error");

    [Fact]
    public void SwapDb_ExchangesTheKeys()
    {
        _engine.Run("SET", "a", "0").IsOk();
        _engine.Client.Session.Database = 1;
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run("SET", "b", "1", "PX", "100").IsOk();
        _engine.TakeEffects();
        _engine.Run("SWAPDB", "0", "1").IsOk();
        Assert.Equal(["db1 SWAPDB 0 1"], _engine.TakeEffects());
        _engine.Run("GET", "a").Is("0");
        _engine.Run("DBSIZE").Is(1);
        _engine.Client.Session.Database = 0;
        _engine.Run("GET", "a").Is("1");
        _engine.Run("PTTL", "b").Is(100);
        _engine.Run("SWAPDB", "1", "1").IsOk();
    }

    [Theory]
    [InlineData("ERR invalid first DB index", "x", "y")]
    [InlineData("ERR invalid second DB index", "0", "y")]
    [InlineData("ERR DB index is out of range", "0", "16")]
    [InlineData("ERR DB index is out of range", "-1", "0")]
    public void SwapDb_BadIndex_IsAnError(string error, string first, string second) =>
        _engine.Run("SWAPDB", first, second).IsError(error);
}
