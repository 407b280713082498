using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.HyperLogLog;

public sealed class HyperLogLogTests : IDisposable
{
    private const int DenseBytes = 12_304;

    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void PfAdd_SaysWhetherItChangedSomething()
    {
        _engine.Run("PFADD", "h", "a", "b").Is(1);
        _engine.Run("PFADD", "h", "a").Is(0);
        _engine.Run("PFADD", "h").Is(0);
        _engine.Run("PFADD", "empty").Is(1);
        _engine.Run("PFCOUNT", "h").Is(2);
        _engine.Run("PFCOUNT", "empty").Is(0);
        _engine.Run("PFCOUNT", "missing").Is(0);
        Assert.Equal(["db0 PFADD h a b", "db0 PFADD empty"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3_000)]
    [InlineData(100_000)]
    public void PfCount_IsRightWithinThreeStandardErrors(int elements)
    {
        Add("h", 0, elements);
        long count = (long)_engine.Run("PFCOUNT", "h").Value!;
        Assert.InRange(count, elements * (1 - 3 * 0.0081), elements * (1 + 3 * 0.0081));
    }

    [Fact]
    public void PfCount_OfSeveral_IsThatOfTheirUnion()
    {
        Add("a", 0, 2_000);
        Add("b", 1_000, 2_000);
        Add("both", 0, 3_000);
        long union = (long)_engine.Run("PFCOUNT", "a", "b", "missing").Value!;
        _engine.Run("PFCOUNT", "both").Is(union);
        _engine.Run("PFMERGE", "merged", "a", "b").IsOk();
        _engine.Run("PFCOUNT", "merged").Is(union);
        _engine.Run("PFMERGE", "a", "b").IsOk();
        _engine.Run("PFCOUNT", "a").Is(union);
    }

    [Fact]
    public void Value_IsSparseAtFirstAndThenDense()
    {
        Add("h", 0, 100);
        Assert.InRange((long)_engine.Run("STRLEN", "h").Value!, 100, 400);
        Add("h", 100, 10_000);
        _engine.Run("STRLEN", "h").Is(DenseBytes);
        _engine.Run("PFADD", "small", "x").Is(1);
        _engine.Run("PFMERGE", "small", "h").IsOk();
        _engine.Run("STRLEN", "small").Is(DenseBytes);
    }

    [Fact]
    public void Reads_DoNotChangeTheValue()
    {
        Add("h", 0, 100);
        string before = (string)_engine.Run("GET", "h").Value!;
        _engine.Run("PFCOUNT", "h");
        _engine.Run("GET", "h").Is(before);
    }

    [Fact]
    public void PfMerge_KeepsTheExpiry_AndMakesAMissingDestination()
    {
        _engine.Run("PFADD", "h", "a").Is(1);
        _engine.Run("PEXPIRE", "h", "5000").Is(1);
        _engine.Run("PFADD", "other", "b").Is(1);
        _engine.Run("PFMERGE", "h", "other").IsOk();
        _engine.Run("PTTL", "h").Is(5_000);
        _engine.Run("PFMERGE", "fresh").IsOk();
        _engine.Run("PFCOUNT", "fresh").Is(0);
    }

    [Fact]
    public void OtherValues_AreRefusedAndLeftAlone()
    {
        _engine.Run("SET", "string", "text").IsOk();
        _engine.Run("SADD", "set", "a").Is(1);
        foreach (string command in (string[])["PFADD", "PFCOUNT", "PFMERGE"])
        {
            _engine.Run(command, "string").IsError("WRONGTYPE Key is not a valid HyperLogLog string value.");
            _engine.Run(command, "set").IsError("WRONGTYPE Operation against a key holding");
        }
        _engine.Run("PFMERGE", "fresh", "string").IsError("WRONGTYPE");
        _engine.Run("EXISTS", "fresh").Is(0);
        _engine.Run("GET", "string").Is("text");
    }

    [Theory]
    [InlineData("HYLL\u0001\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("HYLL\u0001\0\0\0\0\0\0\0\0\0\0\0\u007f")]
    [InlineData("HYLL\u0001\0\0\0\0\0\0\0\0\0\0\0\u007f\u00fe")]
    [InlineData("HYLL\u0001\0\0\0\0\0\0\0\0\0\0\0\u007f\u00ff\u0080")]
    [InlineData("HYLL\u0001\0\0\0\0\0\0\0\0\0\0\0\u007f\u00ff\u0000")]
    public void DamagedSparseValue_IsRefused(string value)
    {
        _engine.Run("SET", "h", value).IsOk();
        _engine.Run("PFCOUNT", "h").IsError("INVALIDOBJ Corrupted HLL object detected");
        _engine.Run("PFADD", "h", "a").IsError("INVALIDOBJ");
        _engine.Run("PFMERGE", "to", "h").IsError("INVALIDOBJ");
        _engine.Run("GET", "h").Is(value);
    }

    [Theory]
    [InlineData("HYLL")]
    [InlineData("HYLL\u0002\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("HYLL\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("hyll\u0001\0\0\0\0\0\0\0\0\0\0\0\u007f\u00ff")]
    public void OtherHead_IsNoHyperLogLog(string value)
    {
        _engine.Run("SET", "h", value).IsOk();
        _engine.Run("PFCOUNT", "h").IsError("WRONGTYPE Key is not a valid HyperLogLog");
    }

    [Fact]
    public void DenseValueOfAnyRegisters_IsCounted()
    {
        _engine.Run("SET", "h", "HYLL\0\0\0\0" + new string('\0', 8) + new string('\u00ff', DenseBytes - 16)).IsOk();
        Assert.IsType<long>(_engine.Run("PFCOUNT", "h").Value);
        _engine.Run("PFADD", "h", "a").Is(0);
    }

    [Fact]
    public void Counts_AreThoseOfRedis_AndValuesMayComeFromIt()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var random = new Random(7);
        for (int i = 0; i < 300; i++)
        {
            string[] line = random.Next(4) == 0
                ? ["PFMERGE", Key(random), Key(random), Key(random)]
                : ["PFADD", Key(random), .. Enumerable.Range(0, random.Next(200)).Select(_ => Element(random))];
            Assert.Equal(peer.Call(line), _engine.Run(line).Value);
            string[] count = ["PFCOUNT", Key(random), .. random.Next(2) == 0 ? [Key(random)] : Array.Empty<string>()];
            Assert.Equal(peer.Call(count), _engine.Run(count).Value);
        }
        object? taken = peer.Call("GET", "h1");
        long expected = (long)peer.Call("PFCOUNT", "h1")!;
        _engine.Run("SET", "taken", (string)taken!).IsOk();
        _engine.Run("PFCOUNT", "taken").Is(expected);
        Assert.Equal("OK", peer.Call("SET", "given", (string)_engine.Run("GET", "h2").Value!));
        Assert.Equal(_engine.Run("PFCOUNT", "h2").Value, peer.Call("PFCOUNT", "given"));
        foreach (string[] line in (string[][])[["PFADD"], ["PFCOUNT"], ["PFMERGE"]])
            Assert.Equal(((RespError)peer.Call(line)!).Text, ((Error)_engine.Run(line).Value!).Text);
    }

    private void Add(string key, int from, int count)
    {
        for (int i = from; i < from + count; i += 500)
            _engine.Run([
                "PFADD", key, .. Enumerable.Range(i, Math.Min(500, from + count - i)).Select(n => $"element:{n}")]);
    }

    private static string Key(Random random) => $"h{random.Next(4)}";

    private static string Element(Random random) => $"{new string('e', random.Next(20))}{random.Next(20_000)}";
}
