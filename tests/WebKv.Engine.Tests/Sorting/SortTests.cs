using WebKv.Engine.Tests.Notifications;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sorting;

/// <summary>What SORT stores, journals and tells; its replies are compared with those of Redis elsewhere.</summary>
public sealed class SortTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public SortTests()
    {
        _engine.Run("RPUSH", "k", "3", "1", "2");
        _engine.TakeEffects();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Store_ReplacesAnyTypeAndItsExpiry()
    {
        _engine.Run("SET", "to", "text", "EX", "100");
        _engine.TakeEffects();
        _engine.Run("SORT", "k", "DESC", "LIMIT", "-5", "2", "STORE", "to").Is(2);
        _engine.Run("LRANGE", "to", "0", "-1").IsArray("3", "2");
        _engine.Run("TTL", "to").Is(-1);
        Assert.Equal(["db0 SORT k LIMIT 0 2 DESC STORE to"], _engine.TakeEffects());
    }

    [Fact]
    public void Store_OntoItsSource_KeepsTheSortedElements()
    {
        _engine.Run("SORT", "k", "STORE", "k").Is(3);
        _engine.Run("LRANGE", "k", "0", "-1").IsArray("1", "2", "3");
    }

    [Fact]
    public void Store_OfNothing_DeletesTheDestination()
    {
        var events = new KeyspaceEventCollector(_engine);
        _engine.Run("SET", "to", "text");
        _engine.TakeEffects();
        events.Take();
        _engine.Run("WATCH", "to").IsOk();
        _engine.NewClient().Run("SORT", "missing", "STORE", "to").Is(0);
        Assert.Equal(["db0 DEL to"], _engine.TakeEffects());
        Assert.Equal(["del to"], events.Take());
        _engine.Run("MULTI").IsOk();
        _engine.Run("PING");
        _engine.Run("EXEC").IsNull();
        _engine.Run("SORT", "missing", "STORE", "to").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Store_TellsOfIt()
    {
        var events = new KeyspaceEventCollector(_engine);
        _engine.Run("SORT", "k", "STORE", "to").Is(3);
        Assert.Equal(["sortstore to"], events.Take());
    }

    [Fact]
    public void Store_OfMoreThanARecordHolds_IsAListOfChunks()
    {
        string[] elements = [.. Enumerable.Range(0, 5000).Select(i => $"{(i * 7919 + 1) % 5000 * 1000}")];
        _engine.Run(["RPUSH", "big", .. elements]).Is(5000);
        _engine.Run("SORT", "big", "STORE", "to").Is(5000);
        _engine.Run("OBJECT", "ENCODING", "to").Is("quicklist");
        _engine.Run("LRANGE", "to", "0", "1").IsArray("0", "1000");
        _engine.Run("LINDEX", "to", "-1").Is("4999000");
    }

    [Fact]
    public void Equal_AreOrderedByTheirBytes_SoThatReplaysAgree()
    {
        _engine.Run("RPUSH", "same", "b", "c", "a");
        _engine.Run("SORT", "same", "BY", "none_*").IsArray("a", "b", "c");
        _engine.Run("SORT", "same", "BY", "none_*", "DESC").IsArray("c", "b", "a");
        _engine.Run("SORT", "same", "BY", "none_*", "ALPHA").IsArray("a", "b", "c");
    }

    [Fact]
    public void LookedUpKeys_OfOtherShards_AreSeen_AndExpiredOnesAreNot()
    {
        for (int i = 0; i < 100; i++)
        {
            _engine.Run("RPUSH", "ids", $"{i}");
            _engine.Run("SET", $"weight:{i}:x", $"{100 - i}", "PX", i % 2 == 0 ? "1000" : "5000");
        }
        _engine.Run("SORT", "ids", "BY", "weight:*:x", "LIMIT", "0", "2", "GET", "#", "GET", "weight:*:x")
            .IsArray("99", "1", "98", "2");
        _engine.Advance(2000);
        _engine.Run("SORT", "ids", "BY", "weight:*:x", "DESC", "LIMIT", "0", "1", "GET", "#", "GET", "weight:*:x")
            .IsArray("1", "99");
        _engine.Run("SORT", "ids", "BY", "nosort", "GET", "weight:*:x", "LIMIT", "0", "2").IsArray(null, "99");
    }

    [Fact]
    public void Transaction_WithSort_LooksUpKeys()
    {
        _engine.Run("SET", "w_1", "9");
        _engine.Run("MULTI").IsOk();
        _engine.Run("SORT", "k", "BY", "w_*", "GET", "#");
        _engine.Run("SORT_RO", "k", "LIMIT", "0", "1");
        object?[] replies = _engine.Run("EXEC").Items;
        Assert.Equal(["2", "3", "1"], (object?[])replies[0]!);
        Assert.Equal(["1"], (object?[])replies[1]!);
    }
}
