using WebKv.Engine.Commands;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

public sealed class IncrByFloatTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("10.50", "0.1", "10.6")]
    [InlineData("5.0e3", "2.0e2", "5200")]
    [InlineData("1", "-1", "0")]
    [InlineData("-0", "0", "0")]
    [InlineData("1e-20", "-2e-20", "0")]
    [InlineData("100", "0", "100")]
    [InlineData("3", "1.000000000000000005", "4.00000000000000001")]
    [InlineData("123456789012345678", "0.25", "123456789012345678.25")]
    [InlineData("1e28", "1", "10000000000000000000000000001")]
    [InlineData("1e30", "1e30", "2000000000000000039769249677312")]
    public void IncrByFloat_Sum_IsFixedNotationWithoutTrailingZeros(string value, string increment, string sum)
    {
        _engine.Run("SET", "k", value).IsOk();
        _engine.TakeEffects();
        _engine.Run("INCRBYFLOAT", "k", increment).Is(sum);
        _engine.Run("GET", "k").Is(sum);
        Assert.Equal([$"db0 SET k {sum} KEEPTTL"], _engine.TakeEffects());
    }

    [Fact]
    public void IncrByFloat_LargestDouble_FitsItsText()
    {
        string text = Assert.IsType<string>(_engine.Run("INCRBYFLOAT", "k", "-1.7976931348623157e308").Value);
        Assert.Equal(310, text.Length);
        _engine.Run("INCRBYFLOAT", "k", "-1e308").IsError("ERR increment would produce NaN or Infinity");
        _engine.Run("GET", "k").Is(text);
    }

    [Theory]
    [InlineData("x", "1", "ERR value is not a valid float")]
    [InlineData(" 1", "1", "ERR value is not a valid float")]
    [InlineData("", "1", "ERR value is not a valid float")]
    [InlineData("1\0", "1", "ERR value is not a valid float")]
    [InlineData("1", "x", "ERR value is not a valid float")]
    [InlineData("1", "1 ", "ERR value is not a valid float")]
    [InlineData("1", "nan", "ERR value is not a valid float")]
    [InlineData("1", "inf", "ERR increment would produce NaN or Infinity")]
    [InlineData("1", "-inf", "ERR increment would produce NaN or Infinity")]
    public void IncrByFloat_NoNumber_ChangesNothing(string value, string increment, string error)
    {
        _engine.Run("SET", "k", value).IsOk();
        _engine.TakeEffects();
        _engine.Run("INCRBYFLOAT", "k", increment).IsError(error);
        _engine.Run("GET", "k").Is(value);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void IncrByFloat_KeyWithExpiry_KeepsIt()
    {
        _engine.Run("PSETEX", "k", "100", "1.5").IsOk();
        _engine.Run("INCRBYFLOAT", "k", "1").Is("2.5");
        _engine.Advance(101);
        _engine.Run("GET", "k").IsNull();
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5e-7, "-0.00000025")]
    [InlineData(1e22, "10000000000000000000000")]
    public void RealNumber_FromDouble_HasItsShortestDigits(double value, string expected)
    {
        Span<byte> text = stackalloc byte[RealNumber.TextMax];
        int length = RealNumber.From(value).Format(text);
        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(text[..length]));
    }
}
