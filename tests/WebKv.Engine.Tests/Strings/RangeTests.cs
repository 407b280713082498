using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>GETRANGE, SUBSTR, SETRANGE.</summary>
public sealed class RangeTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("0", "3", "This")]
    [InlineData("0", "-1", "This is a string")]
    [InlineData("-3", "-1", "ing")]
    [InlineData("5", "3", "")]
    [InlineData("5", "5000", "is a string")]
    [InlineData("-5000", "10000", "This is a string")]
    [InlineData("-100", "-99", "")]
    [InlineData("0", "-100", "")]
    [InlineData("16", "20", "")]
    [InlineData("-9223372036854775808", "9223372036854775807", "This is a string")]
    public void GetRange_AnyPositions_GiveThePartThatExists(string start, string end, string expected)
    {
        _engine.Run("SET", "k", "This is a string").IsOk();
        _engine.Run("GETRANGE", "k", start, end).Is(expected);
        _engine.Run("SUBSTR", "k", start, end).Is(expected);
        _engine.Run("GETRANGE", "missing", start, end).Is("");
    }

    [Fact]
    public void GetRange_PositionThatIsNoInteger_IsAnError()
    {
        _engine.Run("GETRANGE", "k", "a", "1").IsError("ERR value is not an integer or out of range");
        _engine.Run("SUBSTR", "k", "0", "b").IsError("ERR value is not an integer or out of range");
    }

    [Fact]
    public void GetRange_PartsOfABlob_AreCopiedOrSharedAlike()
    {
        string big = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i:x5}"));
        _engine.Run("SET", "k", big).IsOk();
        _engine.Run("GETRANGE", "k", "99990", "-1").Is(big[99_990..]);
        _engine.Run("GETRANGE", "k", "5", "90004").Is(big[5..90_005]);
        _engine.Run("GETRANGE", "k", "0", "-1").Is(big);
    }

    [Fact]
    public void SetRange_OverwritesAndGrowsWithZeros_AndIsLogged()
    {
        _engine.Run("SETRANGE", "k", "2", "ab").Is(4);
        _engine.Run("GET", "k").Is("\0\0ab");
        _engine.Run("SETRANGE", "k", "1", "X").Is(4);
        _engine.Run("SETRANGE", "k", "6", "yz").Is(8);
        _engine.Run("GET", "k").Is("\0Xab\0\0yz");
        Assert.Equal(
            ["db0 SETRANGE k 2 ab", "db0 SETRANGE k 1 X", "db0 SETRANGE k 6 yz"], _engine.TakeEffects());
    }

    [Fact]
    public void SetRange_IntoABlob_KeepsTheRestAndTheExpiry()
    {
        _engine.Run("PSETEX", "k", "100", "abc").IsOk();
        _engine.Run("SETRANGE", "k", "40000", "z").Is(40_001);
        _engine.Run("GET", "k").Is("abc" + new string('\0', 39_997) + "z");
        _engine.Advance(101);
        _engine.Run("STRLEN", "k").Is(0);
    }

    [Fact]
    public void SetRange_EmptyValue_CreatesAndLogsNothing()
    {
        _engine.Run("SETRANGE", "missing", "5", "").Is(0);
        _engine.Run("GET", "missing").IsNull();
        _engine.Run("SET", "k", "abc").IsOk();
        _engine.TakeEffects();
        _engine.Run("SETRANGE", "k", "600000000", "").Is(3);
        Assert.Empty(_engine.TakeEffects());
    }

    [Theory]
    [InlineData("-1", "ERR offset is out of range")]
    [InlineData("x", "ERR value is not an integer or out of range")]
    [InlineData("536870912", "ERR string exceeds maximum allowed size (proto-max-bulk-len)")]
    [InlineData("9223372036854775807", "ERR string exceeds maximum allowed size (proto-max-bulk-len)")]
    public void SetRange_OffsetOutOfRange_AllocatesNothing(string offset, string error)
    {
        long before = _engine.Engine.Shards.Sum(shard => shard.UsedBytes);
        _engine.Run("SETRANGE", "k", offset, "v").IsError(error);
        _engine.Run("GET", "k").IsNull();
        Assert.Equal(before, _engine.Engine.Shards.Sum(shard => shard.UsedBytes));
    }
}
