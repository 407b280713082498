using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class ObjectTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("0", "int")]
    [InlineData("-9223372036854775808", "int")]
    [InlineData("9223372036854775808", "embstr")]
    [InlineData("007", "embstr")]
    [InlineData("+7", "embstr")]
    [InlineData("", "embstr")]
    [InlineData("12345678901234567890123456789012345678901234", "embstr")]
    [InlineData("123456789012345678901234567890123456789012345", "raw")]
    public void Encoding_OfAString_IsNamedAsInRedis(string value, string expected)
    {
        _engine.Run("SET", "k", value).IsOk();
        _engine.Run("OBJECT", "ENCODING", "k").Is(expected);
    }

    [Fact]
    public void Encoding_OfABigString_IsRaw()
    {
        _engine.Run("SET", "k", new string('1', 20_000)).IsOk();
        _engine.Run("OBJECT", "ENCODING", "k").Is("raw");
    }

    [Fact]
    public void Object_MissingKey_RepliesNull()
    {
        _engine.Run("OBJECT", "ENCODING", "missing").IsNull();
        _engine.Run("OBJECT", "IDLETIME", "missing").IsNull();
        _engine.Run("OBJECT", "REFCOUNT", "missing").IsNull();
    }

    [Fact]
    public void Object_OtherSubcommands_AreAnsweredAsInRedis()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("object", "refcount", "k").Is(1);
        Assert.Equal("HELP", _engine.Run("OBJECT", "HELP").Items[^2]);
        _engine.Run("OBJECT").IsError("ERR wrong number of arguments for 'object' command");
        _engine.Run("OBJECT", "ENCODING").IsError("ERR wrong number of arguments for 'object|encoding' command");
        _engine.Run("OBJECT", "FOO", "k").IsError("ERR unknown subcommand 'FOO'. Try OBJECT HELP.");
    }
}
