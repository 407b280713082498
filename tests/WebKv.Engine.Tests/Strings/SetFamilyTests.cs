using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>SETNX, SETEX, PSETEX, GETSET, GETDEL.</summary>
public sealed class SetFamilyTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void SetNx_OnlyTheFirst_WritesAndIsLogged()
    {
        _engine.Run("SETNX", "k", "first").Is(1);
        _engine.Run("SETNX", "k", "second").Is(0);
        _engine.Run("GET", "k").Is("first");
        Assert.Equal(["db0 SET k first"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("SETEX", "10", 10_000)]
    [InlineData("PSETEX", "10", 10)]
    public void SetEx_Expires_AndIsLoggedAsAbsoluteMilliseconds(string command, string time, long ms)
    {
        _engine.Run(command, "k", time, "v").IsOk();
        Assert.Equal([$"db0 SET k v PXAT {_engine.Engine.NowMs + ms}"], _engine.TakeEffects());
        _engine.Advance(ms);
        _engine.Run("GET", "k").Is("v");
        _engine.Advance(1);
        _engine.Run("GET", "k").IsNull();
    }

    [Theory]
    [InlineData("SETEX", "0", "ERR invalid expire time in 'setex' command")]
    [InlineData("SETEX", "-1", "ERR invalid expire time in 'setex' command")]
    [InlineData("SETEX", "9223372036854775807", "ERR invalid expire time in 'setex' command")]
    [InlineData("SETEX", "9223372036854775", "ERR invalid expire time in 'setex' command")]
    [InlineData("SETEX", "x", "ERR value is not an integer or out of range")]
    [InlineData("PSETEX", "0", "ERR invalid expire time in 'psetex' command")]
    [InlineData("PSETEX", "9223372036854775807", "ERR invalid expire time in 'psetex' command")]
    public void SetEx_TimeThatIsNone_ChangesNothing(string command, string time, string error)
    {
        _engine.Run(command, "k", time, "v").IsError(error);
        _engine.Run("GET", "k").IsNull();
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void GetSet_ReturnsTheOldValue_AndClearsTheExpiry()
    {
        _engine.Run("GETSET", "k", "a").IsNull();
        _engine.Run("SETEX", "k", "10", "b").IsOk();
        _engine.TakeEffects();
        _engine.Run("GETSET", "k", "c").Is("b");
        Assert.Equal(["db0 SET k c"], _engine.TakeEffects());
        _engine.Advance(20_000);
        _engine.Run("GET", "k").Is("c");
    }

    [Fact]
    public void GetDel_ReturnsTheValue_AndIsLoggedAsDel()
    {
        string big = new('x', 100_000);
        _engine.Run("SET", "k", big).IsOk();
        _engine.TakeEffects();
        _engine.Run("GETDEL", "k").Is(big);
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
        _engine.Run("GETDEL", "k").IsNull();
        Assert.Empty(_engine.TakeEffects());
    }
}
