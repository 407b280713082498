using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

public sealed class SetTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Set_NewKey_StoresTheValue()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("GET", "k").Is("v");
        Assert.Equal(["db0 SET k v"], _engine.TakeEffects());
    }

    // A wrong time is told last: bad syntax comes before it, wherever it stands.
    [Theory]
    [InlineData("ERR syntax error", "NX", "XX")]
    [InlineData("ERR syntax error", "EX", "10", "PX", "10")]
    [InlineData("ERR syntax error", "KEEPTTL", "EX", "10")]
    [InlineData("ERR syntax error", "EX")]
    [InlineData("ERR syntax error", "BOGUS")]
    [InlineData("ERR syntax error", "EX", "0", "BOGUS")]
    [InlineData("ERR syntax error", "EX", "ten", "PX", "10")]
    [InlineData("ERR invalid expire time in 'set' command", "EX", "0")]
    [InlineData("ERR invalid expire time in 'set' command", "EX", "0", "NX")]
    [InlineData("ERR value is not an integer or out of range", "EX", "ten", "GET")]
    public void Set_OptionsThatDoNotGoTogether_ChangesNothing(string error, params string[] options)
    {
        _engine.Run(["SET", "k", "v", .. options]).IsError(error);
        _engine.Run("GET", "k").IsNull();
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Set_WithExpiry_IsLoggedAsAbsoluteMilliseconds()
    {
        _engine.Run("SET", "k", "v", "EX", "10").IsOk();
        Assert.Equal(["db0 SET k v PXAT 1767225610000"], _engine.TakeEffects());
        _engine.Advance(10_000);
        _engine.Run("GET", "k").Is("v");
        _engine.Advance(1);
        _engine.Run("GET", "k").IsNull();
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
    }

    [Fact]
    public void Set_NxWithGet_ReturnsTheOldValueAndKeepsIt()
    {
        _engine.Run("SET", "k", "old").IsOk();
        _engine.Run("SET", "k", "new", "NX", "GET").Is("old");
        _engine.Run("GET", "k").Is("old");
    }

    [Fact]
    public void Set_BigValue_RoundTrips()
    {
        string big = new('x', 100_000);
        _engine.Run("SET", "k", big).IsOk();
        _engine.Run("GET", "k").Is(big);
        _engine.Run("SET", "k", "small", "KEEPTTL").IsOk();
        _engine.Run("GET", "k").Is("small");
    }
}
