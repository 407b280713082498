using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

public sealed class GetExTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public GetExTests()
    {
        _engine.Run("SETEX", "k", "10", "v").IsOk();
        _engine.TakeEffects();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void GetEx_NoOption_IsAGetAndKeepsTheExpiry()
    {
        _engine.Run("GETEX", "k").Is("v");
        _engine.Run("GETEX", "missing").IsNull();
        Assert.Empty(_engine.TakeEffects());
        _engine.Advance(10_001);
        _engine.Run("GET", "k").IsNull();
    }

    [Theory]
    [InlineData("EX", "100")]
    [InlineData("PX", "100000")]
    [InlineData("EXAT", "1767225700")]
    [InlineData("PXAT", "1767225700000")]
    public void GetEx_Time_IsLoggedAsPExpireAt(string option, string time)
    {
        _engine.Run("GETEX", "k", option, time).Is("v");
        Assert.Equal(["db0 PEXPIREAT k 1767225700000"], _engine.TakeEffects());
        _engine.Advance(100_000);
        _engine.Run("GET", "k").Is("v");
        _engine.Advance(1);
        _engine.Run("GET", "k").IsNull();
    }

    [Theory]
    [InlineData("EXAT", "1")]
    [InlineData("PXAT", "1767225600000")]
    public void GetEx_TimeThatIsPast_DeletesAndLogsDel(string option, string time)
    {
        _engine.Run("GETEX", "k", option, time).Is("v");
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
        _engine.Run("GET", "k").IsNull();
    }

    [Fact]
    public void GetEx_Persist_TakesTheExpiryAwayOnce()
    {
        _engine.Run("GETEX", "k", "PERSIST").Is("v");
        _engine.Run("GETEX", "k", "persist").Is("v");
        Assert.Equal(["db0 PERSIST k"], _engine.TakeEffects());
        _engine.Advance(20_000);
        _engine.Run("GET", "k").Is("v");
    }

    [Theory]
    [InlineData("ERR syntax error", "BOGUS")]
    [InlineData("ERR syntax error", "KEEPTTL")]
    [InlineData("ERR syntax error", "EX")]
    [InlineData("ERR syntax error", "EX", "10", "PERSIST")]
    [InlineData("ERR syntax error", "EX", "0", "PERSIST")]
    [InlineData("ERR value is not an integer or out of range", "EX", "ten")]
    [InlineData("ERR invalid expire time in 'getex' command", "EX", "0")]
    [InlineData("ERR invalid expire time in 'getex' command", "PX", "9223372036854775807")]
    public void GetEx_BadOptions_ChangeNothing(string error, params string[] options)
    {
        _engine.Run(["GETEX", "k", .. options]).IsError(error);
        Assert.Empty(_engine.TakeEffects());
    }
}
