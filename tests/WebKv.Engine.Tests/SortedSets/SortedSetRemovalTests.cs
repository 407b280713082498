using WebKv.Engine.Tests.Notifications;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

public sealed class SortedSetRemovalTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("ZREM", "z", "a", "b", "c", "d")]
    [InlineData("ZPOPMIN", "z", "10")]
    [InlineData("ZPOPMAX", "z", "10")]
    [InlineData("ZMPOP", "1", "z", "MIN", "COUNT", "10")]
    [InlineData("ZREMRANGEBYRANK", "z", "0", "-1")]
    [InlineData("ZREMRANGEBYSCORE", "z", "-inf", "+inf")]
    [InlineData("ZREMRANGEBYLEX", "z", "-", "+")]
    public void LastMemberGone_TheKeyIsGone(params string[] line)
    {
        _engine.Run("ZADD", "z", "0", "a", "0", "b", "0", "c").Is(3);
        _engine.Run(line);
        _engine.Run("EXISTS", "z").Is(0);
    }

    [Fact]
    public void Pops_AreLoggedWithTheirActualCount()
    {
        _engine.Run("ZADD", "z", "1", "a", "2", "b", "3", "c", "4", "d").Is(4);
        _engine.TakeEffects();
        _engine.Run("ZPOPMIN", "z").IsArray("a", 1.0);
        _engine.Run("ZPOPMAX", "z", "1").IsArray("d", 4.0);
        _engine.Run("ZMPOP", "2", "missing", "z", "MAX", "COUNT", "9")
            .IsArray("z", new object?[] { new object?[] { "c", 3.0 }, new object?[] { "b", 2.0 } });
        _engine.Run("ZPOPMIN", "z").IsArray();
        _engine.Run("ZMPOP", "1", "z", "MIN").IsNull();
        Assert.Equal(["db0 ZPOPMIN z 1", "db0 ZPOPMAX z 1", "db0 ZPOPMAX z 2"], _engine.TakeEffects());
    }

    [Fact]
    public void Ranges_AreLoggedByRank()
    {
        _engine.Run("ZADD", "z", "1", "a", "2", "b", "3", "c", "4", "d").Is(4);
        _engine.TakeEffects();
        _engine.Run("ZREMRANGEBYSCORE", "z", "(1", "3").Is(2);
        _engine.Run("ZREMRANGEBYSCORE", "z", "10", "20").Is(0);
        Assert.Equal(["db0 ZREMRANGEBYRANK z 1 2"], _engine.TakeEffects());
        _engine.Run("ZRANGE", "z", "0", "-1").IsArray("a", "d");
    }

    [Fact]
    public void Changes_AreToldAsRedisTellsThem()
    {
        var events = new KeyspaceEventCollector(_engine);
        _engine.Run("ZADD", "z", "1", "a", "2", "b");
        _engine.Run("ZADD", "z", "1", "a");
        _engine.Run("ZINCRBY", "z", "1", "a");
        _engine.Run("ZUNIONSTORE", "u", "1", "z");
        _engine.Run("ZRANGESTORE", "u", "z", "5", "9");
        _engine.Run("ZREMRANGEBYSCORE", "z", "2", "2");
        _engine.Run("ZPOPMIN", "z");
        Assert.Equal(
            ["zadd z", "zincr z", "zunionstore u", "del u", "zremrangebyscore z", "del z"], events.Take());
    }

    [Fact]
    public void Watch_OfASortedSet_SeesItsChanges()
    {
        _engine.Run("ZADD", "z", "1", "a");
        _engine.Run("WATCH", "z").IsOk();
        _engine.Run("ZADD", "z", "2", "a");
        _engine.Run("MULTI").IsOk();
        _engine.Run("ZCARD", "z");
        _engine.Run("EXEC").IsNull();
    }
}
