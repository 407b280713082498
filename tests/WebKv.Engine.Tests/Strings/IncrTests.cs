using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>INCR, DECR, INCRBY, DECRBY.</summary>
public sealed class IncrTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Incr_AllFour_AddAndAreLoggedAsIncrBy()
    {
        _engine.Run("INCR", "k").Is(1);
        _engine.Run("INCRBY", "k", "41").Is(42);
        _engine.Run("DECRBY", "k", "2").Is(40);
        _engine.Run("DECR", "k").Is(39);
        _engine.Run("GET", "k").Is("39");
        Assert.Equal(
            ["db0 INCRBY k 1", "db0 INCRBY k 41", "db0 INCRBY k -2", "db0 INCRBY k -1"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData(" 11")]
    [InlineData("11 ")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("-0")]
    [InlineData("1.0")]
    [InlineData("1\0")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    public void Incr_ValueThatIsNoInteger_IsRefused(string value)
    {
        _engine.Run("SET", "k", value).IsOk();
        _engine.TakeEffects();
        _engine.Run("INCR", "k").IsError("ERR value is not an integer or out of range");
        _engine.Run("INCRBY", "other", value).IsError("ERR value is not an integer or out of range");
        _engine.Run("DECRBY", "other", value).IsError("ERR value is not an integer or out of range");
        _engine.Run("GET", "k").Is(value);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Incr_BeyondTheRange_OverflowsAndChangesNothing()
    {
        _engine.Run("SET", "max", "9223372036854775807").IsOk();
        _engine.Run("SET", "min", "-9223372036854775808").IsOk();
        _engine.TakeEffects();
        _engine.Run("INCR", "max").IsError("ERR increment or decrement would overflow");
        _engine.Run("DECR", "min").IsError("ERR increment or decrement would overflow");
        _engine.Run("INCRBY", "min", "-9223372036854775808").IsError("ERR increment or decrement would overflow");
        _engine.Run("DECRBY", "max", "-9223372036854775808").IsError("ERR decrement would overflow");
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("INCRBY", "max", "-9223372036854775808").Is(-1);
        _engine.Run("INCRBY", "min", "9223372036854775807").Is(-1);
        _engine.Run("INCRBY", "new", "-9223372036854775808").Is(long.MinValue);
    }

    [Fact]
    public void Incr_KeyWithExpiry_KeepsIt()
    {
        _engine.Run("PSETEX", "k", "100", "9").IsOk();
        _engine.Run("INCR", "k").Is(10);
        _engine.Advance(100);
        _engine.Run("GET", "k").Is("10");
        _engine.Advance(1);
        _engine.Run("INCR", "k").Is(1);
        _engine.Advance(1_000_000);
        _engine.Run("GET", "k").Is("1");
    }
}
