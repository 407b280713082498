using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Transactions;

public sealed class WatchTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly TestClient _other;

    public WatchTests() => _other = _engine.NewClient();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("SET", "k", "v")]
    [InlineData("DEL", "k")]
    [InlineData("UNLINK", "k")]
    [InlineData("EXPIRE", "k", "100")]
    [InlineData("EXPIRE", "k", "-1")]
    [InlineData("PERSIST", "k")]
    [InlineData("RENAME", "k", "other")]
    [InlineData("RENAME", "another", "k")]
    [InlineData("COPY", "another", "k", "REPLACE")]
    [InlineData("MOVE", "k", "1")]
    [InlineData("FLUSHDB")]
    [InlineData("FLUSHALL")]
    [InlineData("SWAPDB", "0", "1")]
    public void Exec_WatchedKeyWasChanged_RepliesNull(params string[] change)
    {
        _engine.Run("SET", "k", "v", "EX", "1000").IsOk();
        _engine.Run("SET", "another", "v").IsOk();
        Assert.Null(RunWatched("k", change));
    }

    [Theory]
    [InlineData("GET", "k")]
    [InlineData("TOUCH", "k")]
    [InlineData("SET", "k", "v", "NX")]
    [InlineData("EXPIRE", "k", "100", "NX")]
    [InlineData("COPY", "another", "k")]
    [InlineData("COPY", "k", "another", "REPLACE")]
    [InlineData("RENAME", "k", "k")]
    [InlineData("SET", "another", "v")]
    [InlineData("SWAPDB", "2", "3")]
    public void Exec_WatchedKeyWasLeftAlone_Runs(params string[] command)
    {
        _engine.Run("SET", "k", "v", "EX", "1000").IsOk();
        _engine.Run("SET", "another", "v").IsOk();
        Assert.NotNull(RunWatched("k", command));
    }

    [Theory]
    [InlineData("FLUSHDB")]
    [InlineData("FLUSHALL")]
    [InlineData("SWAPDB", "0", "1")]
    [InlineData("DEL", "k")]
    public void Exec_WatchedKeyDidNotExistAndDoesNot_Runs(params string[] command)
    {
        _engine.Run("SET", "another", "v").IsOk();
        Assert.NotNull(RunWatched("k", command));
    }

    [Fact]
    public void Exec_SwapBringsTheWatchedKey_RepliesNull()
    {
        _other.Session.Database = 1;
        _other.Run("SET", "k", "v").IsOk();
        Assert.Null(RunWatched("k", ["SWAPDB", "0", "1"]));
    }

    [Fact]
    public void Exec_SwapBringsAnExpiredKey_Runs()
    {
        _other.Session.Database = 1;
        _other.Run("SET", "k", "v", "PX", "100").IsOk();
        _engine.Advance(101);
        Assert.NotNull(RunWatched("k", ["SWAPDB", "0", "1"]));
    }

    [Theory]
    [InlineData("DEL", "k")]
    [InlineData("FLUSHDB")]
    [InlineData("FLUSHALL")]
    [InlineData("SWAPDB", "0", "1")]
    [InlineData("GET", "k")]
    public void Exec_KeyWasExpiredWhenItWasWatched_Runs(params string[] removal)
    {
        _engine.Run("SET", "k", "v", "PX", "100").IsOk();
        _engine.Advance(101);
        Assert.NotNull(RunWatched("k", removal));
    }

    [Theory]
    [InlineData("GET", "k")]
    [InlineData("GET", "another")]
    [InlineData("FLUSHDB")]
    [InlineData("SWAPDB", "0", "1")]
    public void Exec_KeyExpiredAfterItWasWatched_RepliesNull(params string[] meanwhile)
    {
        _engine.Run("SET", "k", "v", "PX", "100").IsOk();
        _engine.Run("WATCH", "k").IsOk();
        _engine.Advance(101);
        _other.Run(meanwhile);
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "k", "mine").Is("QUEUED");
        _engine.Run("EXEC").IsNull();
    }

    [Fact]
    public void Exec_OwnConnectionChangedTheKey_RepliesNull()
    {
        _engine.Run("WATCH", "k").IsOk();
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsNull();
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsArray();
    }

    [Fact]
    public void Exec_OwnTransactionChangesTheKey_DoesNotHinderItself()
    {
        _engine.Run("WATCH", "k").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "k", "v").Is("QUEUED");
        _engine.Run("UNWATCH").Is("QUEUED");
        _engine.Run("EXEC").IsArray("OK", "OK");
    }

    [Fact]
    public void Watch_RemembersItsDatabase()
    {
        _engine.Client.Session.Database = 5;
        _engine.Run("WATCH", "k").IsOk();
        _engine.Client.Session.Database = 1;
        _other.Session.Database = 1;
        _other.Run("SET", "k", "v").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsArray();

        _engine.Client.Session.Database = 5;
        _engine.Run("WATCH", "k").IsOk();
        _engine.Client.Session.Database = 1;
        _other.Session.Database = 5;
        _other.Run("SET", "k", "v").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsNull();
    }

    [Theory]
    [InlineData("UNWATCH")]
    [InlineData("DISCARD")]
    public void Exec_AfterUnwatchOrDiscard_Runs(string end)
    {
        _engine.Run("WATCH", "k").IsOk();
        _other.Run("SET", "k", "v").IsOk();
        if (end == "DISCARD")
            _engine.Run("MULTI").IsOk();
        _engine.Run(end).IsOk();
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsArray();
    }

    [Fact]
    public void Watch_TwoClients_BothFail()
    {
        _engine.Run("WATCH", "k", "j").IsOk();
        _other.Run("WATCH", "k").IsOk();
        _engine.NewClient().Run("SET", "k", "v").IsOk();
        foreach (TestClient client in new[] { _engine.Client, _other })
        {
            client.Run("MULTI").IsOk();
            client.Run("EXEC").IsNull();
        }
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
    }

    private object? RunWatched(string key, string[] meanwhile)
    {
        _engine.Run("WATCH", key).IsOk();
        _other.Session.Database = 0;
        _other.Run(meanwhile);
        _engine.Run("MULTI").IsOk();
        _engine.Run("GET", key).Is("QUEUED");
        return _engine.Run("EXEC").Value;
    }
}
