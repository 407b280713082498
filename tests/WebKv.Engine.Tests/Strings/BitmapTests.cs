using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Strings;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>SETBIT, GETBIT, BITCOUNT, BITPOS.</summary>
public sealed class BitmapTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void SetBit_ReturnsTheOldBit_AndBitZeroIsTheHighest()
    {
        _engine.Run("SETBIT", "k", "1", "1").Is(0);
        _engine.Run("SETBIT", "k", "15", "1").Is(0);
        _engine.Run("GET", "k").Is("@\u0001");
        _engine.Run("GETBIT", "k", "1").Is(1);
        _engine.Run("GETBIT", "k", "2").Is(0);
        _engine.Run("GETBIT", "k", "4294967295").Is(0);
        _engine.Run("GETBIT", "missing", "0").Is(0);
        _engine.Run("SETBIT", "k", "1", "0").Is(1);
        Assert.Equal(["db0 SETBIT k 1 1", "db0 SETBIT k 15 1", "db0 SETBIT k 1 0"], _engine.TakeEffects());
    }

    [Fact]
    public void SetBit_NoChange_IsLoggedOnlyWhenTheStringGrows()
    {
        _engine.Run("SETBIT", "k", "7", "0").Is(0);
        _engine.Run("GET", "k").Is("\0");
        Assert.Equal(["db0 SETBIT k 7 0"], _engine.TakeEffects());
        _engine.Run("SETBIT", "k", "3", "0").Is(0);
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("SETBIT", "k", "8", "0").Is(0);
        _engine.Run("STRLEN", "k").Is(2);
        Assert.Equal(["db0 SETBIT k 8 0"], _engine.TakeEffects());
    }

    [Fact]
    public void SetBit_KeyWithExpiry_KeepsIt()
    {
        _engine.Run("PSETEX", "k", "100", "a").IsOk();
        _engine.Run("SETBIT", "k", "200000", "1").Is(0);
        _engine.Run("STRLEN", "k").Is(25_001);
        _engine.Advance(101);
        _engine.Run("GETBIT", "k", "200000").Is(0);
    }

    [Theory]
    [InlineData("-1", "1", "ERR bit offset is not an integer or out of range")]
    [InlineData("4294967296", "1", "ERR bit offset is not an integer or out of range")]
    [InlineData("x", "1", "ERR bit offset is not an integer or out of range")]
    [InlineData("0", "2", "ERR bit is not an integer or out of range")]
    [InlineData("0", "-1", "ERR bit is not an integer or out of range")]
    [InlineData("0", "x", "ERR bit is not an integer or out of range")]
    public void SetBit_BadArguments_ChangeNothing(string offset, string bit, string error)
    {
        _engine.Run("SETBIT", "k", offset, bit).IsError(error);
        _engine.Run("GET", "k").IsNull();
        Assert.Empty(_engine.TakeEffects());
    }

    [Theory]
    [InlineData(26)]
    [InlineData(0, "5", "3")]
    [InlineData(26, "0", "-1")]
    [InlineData(4, "0", "0")]
    [InlineData(6, "1", "1", "BYTE")]
    [InlineData(17, "5", "30", "BIT")]
    [InlineData(1, "1", "1", "bit")]
    [InlineData(0, "-1", "-2")]
    [InlineData(0, "-99", "-100")]
    [InlineData(26, "-9223372036854775808", "9223372036854775807", "BIT")]
    [InlineData(0, "9223372036854775807", "9223372036854775807")]
    [InlineData(0, "1152921504606846976", "-1")]
    [InlineData(0, "9223372036854775807", "-1", "BIT")]
    public void BitCount_OfFoobar_CountsTheRange(long expected, params string[] range)
    {
        _engine.Run("SET", "k", "foobar").IsOk();
        _engine.Run(["BITCOUNT", "k", .. range]).Is(expected);
        _engine.Run(["BITCOUNT", "missing", .. range]).Is(0);
    }

    [Theory]
    [InlineData("ERR syntax error", "BITCOUNT", "k", "0")]
    [InlineData("ERR syntax error", "BITCOUNT", "k", "0", "1", "HEX")]
    [InlineData("ERR syntax error", "BITCOUNT", "k", "0", "1", "BIT", "more")]
    [InlineData("ERR value is not an integer or out of range", "BITCOUNT", "k", "a", "1")]
    [InlineData("ERR syntax error", "BITPOS", "k", "1", "0", "1", "HEX")]
    [InlineData("ERR syntax error", "BITPOS", "k", "1", "0", "1", "BIT", "more")]
    [InlineData("ERR The bit argument must be 1 or 0.", "BITPOS", "k", "2")]
    [InlineData("ERR value is not an integer or out of range", "BITPOS", "k", "x")]
    [InlineData("ERR value is not an integer or out of range", "BITPOS", "k", "1", "x")]
    public void BitRange_BadArguments_AreErrorsEvenWithoutTheKey(string error, params string[] line) =>
        _engine.Run(line).IsError(error);

    [Theory]
    [InlineData("\u00ff\u00f0\u0000", 12, "0")]
    [InlineData("\u0000\u00ff\u00f0", 8, "1")]
    [InlineData("\u0000\u00ff\u00f0", 16, "1", "2")]
    [InlineData("\u0000\u00ff\u00f0", 9, "1", "9", "-1", "BIT")]
    [InlineData("\u0000\u00ff\u00f0", 20, "0", "9", "-1", "BIT")]
    [InlineData("\u0000\u0000", -1, "1")]
    [InlineData("\u00ff\u00ff", 16, "0")]
    [InlineData("\u00ff\u00ff", 16, "0", "1")]
    [InlineData("\u00ff\u00ff", -1, "0", "0", "-1")]
    [InlineData("\u00ff\u00ff", -1, "0", "2")]
    [InlineData("\u00ff\u00ff", -1, "1", "9223372036854775807")]
    [InlineData("\u00ff\u00ff", -1, "0", "1152921504606846976", "-1")]
    [InlineData("\u0001", -1, "1", "0", "6", "BIT")]
    [InlineData("", -1, "0")]
    public void BitPos_Range_FindsTheFirst(string value, long expected, params string[] arguments)
    {
        _engine.Run("SET", "k", value).IsOk();
        _engine.Run(["BITPOS", "k", .. arguments]).Is(expected);
    }

    [Fact]
    public void BitPos_MissingKey_IsAllZeros()
    {
        _engine.Run("BITPOS", "missing", "0").Is(0);
        _engine.Run("BITPOS", "missing", "1").Is(-1);
        _engine.Run("BITPOS", "missing", "0", "5", "9").Is(0);
    }

    [Fact]
    public void BitCommands_OnABlob_AgreeWithTheSameBitsOneByOne()
    {
        int[] positions = [3, 8, 1000, 131_072, 131_080, 399_999];
        foreach (int position in positions)
            _engine.Run("SETBIT", "k", $"{position}", "1").Is(0);
        _engine.Run("STRLEN", "k").Is(50_000);
        _engine.Run("BITCOUNT", "k").Is(6);
        _engine.Run("BITCOUNT", "k", "4", "131080", "BIT").Is(4);
        _engine.Run("BITCOUNT", "k", "4", "131079", "BIT").Is(3);
        _engine.Run("BITPOS", "k", "1", "1001", "-1", "BIT").Is(131_072);
        _engine.Run("BITPOS", "k", "1", "16386").Is(399_999);
        _engine.Run("BITPOS", "k", "0", "49999").Is(399_992);
    }

    [Fact]
    public void BitCount_ReplyOfABlob_KeepsTheValueThatItWasAskedOf()
    {
        _engine.Run("SETBIT", "k", "399999", "1").Is(0);
        CommandContext context = _engine.Engine.Rent();
        var command = new BitCount { Key = Key.Of("k"u8) };
        Assert.Null(_engine.Engine.Execute(context, command, out BitCountReply reply));
        CommandContext other = _engine.Engine.Rent();
        var change = new SetBit { Key = Key.Of("k"u8), Offset = 0, Bit = true };
        Assert.Null(_engine.Engine.Execute(other, change, out Replies.IntegerReply _));
        Assert.Equal(1, reply.Value);
        KvEngine.Return(other);
        KvEngine.Return(context);
        _engine.Run("BITCOUNT", "k").Is(2);
    }

    [Fact]
    public void BitCommands_TypedOffsetOutOfRange_IsAnError()
    {
        CommandContext context = _engine.Engine.Rent();
        var set = new SetBit { Key = Key.Of("k"u8), Offset = 1L << 32, Bit = true };
        var get = new GetBit { Key = Key.Of("k"u8), Offset = -1 };
        Assert.Same(Errors.CommonErrors.BitOffset, _engine.Engine.Execute(context, set, out Replies.IntegerReply _));
        Assert.Same(Errors.CommonErrors.BitOffset, _engine.Engine.Execute(context, get, out Replies.IntegerReply _));
        KvEngine.Return(context);
    }
}
