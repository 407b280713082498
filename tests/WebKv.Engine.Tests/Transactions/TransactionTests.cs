using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Transactions;

public sealed class TransactionTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Exec_RepliesInOrderAndJournalsOneUnit()
    {
        _engine.Run("SET", "gone", "v").IsOk();
        long lsn = _engine.Journal.LastLsn;
        _engine.TakeEffects();
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("GET", "a").Is("QUEUED");
        _engine.Run("DEL", "gone", "missing").Is("QUEUED");
        _engine.Run("GET", "missing").Is("QUEUED");
        _engine.Run("EXEC").IsArray("OK", "1", 1L, null);
        Assert.Equal(["db0 SET a 1", "db0 DEL gone"], _engine.TakeEffects());
        Assert.Equal(lsn + 1, _engine.Journal.LastLsn);
        _engine.Run("GET", "a").Is("1");
    }

    [Fact]
    public void Exec_NothingChanged_IsNotJournalled()
    {
        long lsn = _engine.Journal.LastLsn;
        _engine.Run("MULTI").IsOk();
        _engine.Run("GET", "a").Is("QUEUED");
        _engine.Run("DEL", "a").Is("QUEUED");
        _engine.Run("EXEC").IsArray(null, 0L);
        Assert.Equal(lsn, _engine.Journal.LastLsn);
    }

    [Fact]
    public void Exec_EmptyQueue_RepliesEmptyArray()
    {
        _engine.Run("MULTI").IsOk();
        _engine.Run("EXEC").IsArray();
    }

    [Theory]
    [InlineData("NOSUCHCOMMAND")]
    [InlineData("SET", "a")]
    public void Exec_ACommandWasRefused_AbortsAndUnwatches(params string[] refused)
    {
        _engine.Run("WATCH", "a").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run(refused).IsError("ERR");
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("EXEC").IsError("EXECABORT Transaction discarded because of previous errors.");
        _engine.Run("EXISTS", "a").Is(0);
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("EXEC").IsArray("OK");
    }

    [Fact]
    public void Exec_RefusedItself_EndsTheTransaction()
    {
        const string Refusal =
            "EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command";
        _engine.Run("EXEC", "more").IsError(Refusal);
        _engine.Run("WATCH", "a").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("EXEC", "more").IsError(Refusal);
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
        _engine.Run("EXEC").IsError("ERR EXEC without MULTI");
        _engine.Run("EXISTS", "a").Is(0);
    }

    [Fact]
    public void Exec_ACommandFails_RunsTheOthers()
    {
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("RENAME", "missing", "b").Is("QUEUED");
        _engine.Run("EXPIRE", "a", "ten").Is("QUEUED");
        _engine.Run("GET", "a").Is("QUEUED");
        object?[] replies = _engine.Run("EXEC").Items;
        Assert.Equal("OK", replies[0]);
        Assert.Equal("ERR no such key", Assert.IsType<Error>(replies[1]).Text);
        Assert.Equal(ErrorCode.InvalidArgument, Assert.IsType<Error>(replies[2]).Code);
        Assert.Equal("1", replies[3]);
    }

    [Fact]
    public void MultiAndWatch_InsideMulti_AreErrorsThatDoNotAbort()
    {
        _engine.Run("MULTI").IsOk();
        _engine.Run("MULTI").IsError("ERR MULTI calls can not be nested");
        _engine.Run("WATCH", "a").IsError("ERR WATCH inside MULTI is not allowed");
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("EXEC").IsArray("OK");
    }

    [Fact]
    public void ExecAndDiscard_WithoutMulti_AreErrors()
    {
        _engine.Run("EXEC").IsError("ERR EXEC without MULTI");
        _engine.Run("DISCARD").IsError("ERR DISCARD without MULTI");
    }

    [Fact]
    public void Discard_DropsTheQueueAndTheWatches()
    {
        _engine.Run("WATCH", "a").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("DISCARD").IsOk();
        _engine.Run("EXISTS", "a").Is(0);
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
        _engine.Run("EXEC").IsError("ERR EXEC without MULTI");
    }

    [Fact]
    public void Exec_WholeKeyspaceCommands_RunUnderTheUnitsLocks()
    {
        _engine.Run("SET", "old", "v").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("FLUSHALL", "SYNC").Is("QUEUED");
        _engine.Run("SET", "a", "1").Is("QUEUED");
        _engine.Run("KEYS", "*").Is("QUEUED");
        _engine.Run("DBSIZE").Is("QUEUED");
        _engine.Run("RANDOMKEY").Is("QUEUED");
        _engine.Run("SWAPDB", "0", "1").Is("QUEUED");
        _engine.Run("DBSIZE").Is("QUEUED");
        _engine.Run("UNWATCH").Is("QUEUED");
        object?[] replies = _engine.Run("EXEC").Items;
        Assert.Equal(["a"], Assert.IsType<object?[]>(replies[2]));
        Assert.Equal(["OK", "OK", 1L, "a", "OK", 0L, "OK"], replies.Where((_, i) => i != 2));
        _engine.Run("SET", "b", "1").IsOk();
    }

    [Fact]
    public void Exec_MemoryLimitReached_RefusesOnlyWhatNeedsMemory()
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "2").Is("QUEUED");
        _engine.Engine.MemoryMax = 1;
        _engine.Run("EXEC").IsError(
            "EXECABORT Transaction discarded because of: OOM command not allowed when used memory > 'maxmemory'.");
        _engine.Run("GET", "a").Is("1");
        _engine.Run("MULTI").IsOk();
        _engine.Run("GET", "a").Is("QUEUED");
        _engine.Run("DEL", "a").Is("QUEUED");
        _engine.Run("EXEC").IsArray("1", 1L);
        _engine.Run("MULTI").IsOk();
        _engine.Run("SET", "a", "2").IsError("OOM");
        _engine.Run("DISCARD").IsOk();
    }

    [Fact]
    public void Abandon_ReleasesQueueAndWatches()
    {
        TestClient client = _engine.NewClient();
        client.Run("WATCH", "a", "b", "a").IsOk();
        client.Run("MULTI").IsOk();
        client.Run("SET", "a", new string('x', 50_000)).Is("QUEUED");
        client.Session.Transaction.Abandon(_engine.Engine);
        Assert.False(client.Session.Transaction.IsOpen);
        Assert.Equal(0, client.Session.Transaction.QueuedBytes);
        Assert.All(_engine.Engine.Shards, shard => Assert.Null(shard.Watches));
    }
}
