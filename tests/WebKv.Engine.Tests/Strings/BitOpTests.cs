using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

public sealed class BitOpTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("AND", "\u00f0\u0000\u0000")]
    [InlineData("OR", "\u00ff\u00f0\u000f")]
    [InlineData("xor", "\u000f\u00f0\u000f")]
    public void BitOp_SourcesOfDifferentLength_ArePaddedWithZeros(string operation, string expected)
    {
        _engine.Run("MSET", "a", "\u00ff\u00f0", "b", "\u00f0\u0000\u000f").IsOk();
        _engine.TakeEffects();
        _engine.Run("BITOP", operation, "to", "a", "b").Is(3);
        _engine.Run("GET", "to").Is(expected);
        Assert.Equal([$"db0 BITOP {operation.ToUpperInvariant()} to a b"], _engine.TakeEffects());
    }

    [Fact]
    public void BitOp_Not_TurnsEveryBitOver()
    {
        _engine.Run("SET", "a", "\u00aa\u0000\u00ff").IsOk();
        _engine.Run("BITOP", "NOT", "a", "a").Is(3);
        _engine.Run("GET", "a").Is("U\u00ff\u0000");
        _engine.Run("BITOP", "NOT", "to", "a", "a").IsError("ERR BITOP NOT must be called with a single source key.");
        _engine.Run("BITOP", "NAND", "to", "a").IsError("ERR syntax error");
    }

    [Fact]
    public void BitOp_MissingSource_CountsAsZeros()
    {
        _engine.Run("SET", "a", "abc").IsOk();
        _engine.Run("BITOP", "AND", "to", "missing", "a").Is(3);
        _engine.Run("GET", "to").Is("\0\0\0");
        _engine.Run("BITOP", "OR", "to", "a", "missing").Is(3);
        _engine.Run("GET", "to").Is("abc");
    }

    [Fact]
    public void BitOp_EmptyResult_DeletesTheDestination()
    {
        _engine.Run("SET", "to", "old").IsOk();
        _engine.TakeEffects();
        _engine.Run("BITOP", "OR", "to", "missing").Is(0);
        Assert.Equal(["db0 DEL to"], _engine.TakeEffects());
        _engine.Run("GET", "to").IsNull();
        _engine.Run("BITOP", "OR", "to", "missing").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void BitOp_Destination_LosesItsExpiry()
    {
        _engine.Run("PSETEX", "to", "100", "x").IsOk();
        _engine.Run("SET", "a", "y").IsOk();
        _engine.Run("BITOP", "AND", "to", "a").Is(1);
        _engine.Advance(101);
        _engine.Run("GET", "to").Is("y");
    }

    [Fact]
    public void BitOp_BlobsOfOddLength_AgreeWithByteByByte()
    {
        var random = new Random(7);
        string[] sources = [Bytes(random, 50_001), Bytes(random, 33_333), Bytes(random, 17)];
        for (int i = 0; i < sources.Length; i++)
            _engine.Run("SET", $"s{i}", sources[i]).IsOk();
        _engine.Run("BITOP", "AND", "and", "s0", "s1", "s2").Is(50_001);
        _engine.Run("GET", "and").Is(Fold(sources, (left, right) => left & right));
        _engine.Run("BITOP", "OR", "or", "s2", "s1", "s0").Is(50_001);
        _engine.Run("GET", "or").Is(Fold(sources, (left, right) => left | right));
        _engine.Run("BITOP", "XOR", "s0", "s0", "s1", "s2").Is(50_001);
        _engine.Run("GET", "s0").Is(Fold(sources, (left, right) => left ^ right));
    }

    [Fact]
    public void BitOp_MoreSourcesThanSixteenBitsCount_IsLoggedWhole()
    {
        _engine.Run("SET", "a", "\u0001").IsOk();
        _engine.TakeEffects();
        _engine.Run(["BITOP", "XOR", "to", .. Enumerable.Repeat("a", 70_001)]).Is(1);
        _engine.Run("GET", "to").Is("\u0001");
        Assert.Equal(4 + 70_001, Assert.Single(_engine.TakeEffects()).Split(' ').Length);
    }

    private static string Bytes(Random random, int length) =>
        string.Create(length, random, (chars, source) =>
        {
            foreach (ref char one in chars)
                one = (char)source.Next(256);
        });

    private static string Fold(string[] sources, Func<int, int, int> combine) =>
        string.Concat(Enumerable.Range(0, sources.Max(source => source.Length)).Select(i =>
            (char)sources.Select(source => i < source.Length ? (int)source[i] : 0).Aggregate(combine)));
}
