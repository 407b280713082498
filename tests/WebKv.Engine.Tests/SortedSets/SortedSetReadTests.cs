using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

public sealed class SortedSetReadTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void ZRank_WithScore_TellsBothOrNothing()
    {
        _engine.Run("ZADD", "z", "1.5", "a", "2", "b").Is(2);
        _engine.Run("ZRANK", "z", "b", "WITHSCORE").IsArray(1L, 2.0);
        _engine.Run("ZREVRANK", "z", "b", "withscore").IsArray(0L, 2.0);
        _engine.Run("ZRANK", "z", "x", "WITHSCORE").IsNull();
        _engine.Run("ZRANK", "z", "b", "WITHSCORES").IsError("ERR syntax error");
        _engine.Run("ZRANK", "z", "b", "WITHSCORE", "x").IsError("ERR syntax error");
    }

    [Theory]
    [InlineData("0", 128)]
    [InlineData("0", 0)]
    public void ZRange_NegativeOffset_IsEmptyInEachForm(string score, int entries)
    {
        using var engine = new TestEngine(new EngineOptions
        {
            Packing = new PackingLimits { SortedSetEntries = entries },
        });
        engine.Run("ZADD", "z", score, "a", score, "b").Is(2);
        engine.Run("ZRANGE", "z", "-inf", "+inf", "BYSCORE", "LIMIT", "-1", "5").IsArray();
        engine.Run("ZRANGEBYLEX", "z", "-", "+", "LIMIT", "-1", "5").IsArray();
        engine.Run("ZRANGEBYLEX", "z", "-", "+", "LIMIT", "9223372036854775807", "5").IsArray();
        engine.Run("ZRANGEBYLEX", "z", "-", "+", "LIMIT", "1", "9223372036854775807").IsArray("b");
    }

    [Fact]
    public void ZRandMember_DistinctOnes_AreDistinctAndAllPossible()
    {
        for (int i = 0; i < 300; i++)
            _engine.Run("ZADD", "z", $"{i}", $"m{i}");
        object?[] few = _engine.Run("ZRANDMEMBER", "z", "50").Items;
        Assert.Equal(50, few.Distinct().Count());
        Assert.Equal(300, _engine.Run("ZRANDMEMBER", "z", "1000").Items.Distinct().Count());
        Assert.Equal(1000, _engine.Run("ZRANDMEMBER", "z", "-1000").Items.Length);
        object?[] pairs = _engine.Run("ZRANDMEMBER", "z", "10", "WITHSCORES").Items;
        for (int i = 0; i < pairs.Length; i += 2)
            Assert.Equal($"m{pairs[i + 1]}", pairs[i]);
    }

    [Fact]
    public void ZRandMember_Often_DrawsEvenly()
    {
        const int Members = 20;
        const int Draws = 20_000;
        using var engine = new TestEngine(new EngineOptions { Packing = new PackingLimits { SortedSetEntries = 0 } });
        for (int i = 0; i < Members; i++)
            engine.Run("ZADD", "z", "1", $"{i}");
        var counts = engine.Run("ZRANDMEMBER", "z", $"{-Draws}").Items.GroupBy(member => member).Select(
            group => group.Count());
        double expected = (double)Draws / Members;
        double chiSquare = counts.Sum(count => Math.Pow(count - expected, 2) / expected);
        // 19 degrees of freedom: above 60 once in two hundred thousand runs.
        Assert.InRange(chiSquare, 0, 60);
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("4611686018427387904", "WITHSCORES")]
    [InlineData("-4611686018427387904", "WITHSCORES")]
    [InlineData("-9223372036854775807")]
    public void ZRandMember_CountsAtTheExtremes_AreErrors(params string[] words)
    {
        _engine.Run("ZADD", "z", "1", "a").Is(1);
        _engine.Run(["ZRANDMEMBER", "z", .. words]).IsError("ERR");
        _engine.Run("ZRANDMEMBER", "z", "9223372036854775807").IsArray("a");
    }

    [Fact]
    public void ZScan_WhileTheSetGrowsAndShrinks_ReturnsWhatStaysOnce()
    {
        using var engine = new TestEngine(new EngineOptions { Packing = new PackingLimits { SortedSetEntries = 4 } });
        for (int i = 0; i < 500; i++)
            engine.Run("ZADD", "z", "0.1", $"stays{i}");
        var seen = new List<string>();
        string cursor = "0";
        int step = 0;
        do
        {
            object?[] page = engine.Run("ZSCAN", "z", cursor, "COUNT", "7", "MATCH", "stays*").Items;
            object?[] elements = (object?[])page[1]!;
            for (int i = 0; i < elements.Length; i += 2)
            {
                seen.Add((string)elements[i]!);
                Assert.Equal("0.1", elements[i + 1]);
            }
            cursor = (string)page[0]!;
            for (int i = 0; i < 100; i++)
                engine.Run(step < 20 ? ["ZADD", "z", "1", $"new{step}:{i}"] : ["ZREM", "z", $"new{step % 20}:{i}"]);
            step++;
        }
        while (cursor != "0");
        Assert.Equal(500, seen.Count);
        Assert.Equal(500, seen.Distinct().Count());
    }

    [Fact]
    public void Copies_OfBigSets_AreIndependent()
    {
        for (int i = 0; i < 6000; i++)
            _engine.Run("ZADD", "z", $"{i % 100}", $"member:{i}");
        _engine.Run("COPY", "z", "{other}z").Is(1);
        _engine.Run("ZREMRANGEBYRANK", "z", "0", "2999").Is(3000);
        _engine.Run("ZCARD", "{other}z").Is(6000);
        _engine.Run("RENAME", "{other}z", "moved").IsOk();
        _engine.Run("ZRANK", "moved", "member:999").Is(5999);
        _engine.Run("ZRANGESTORE", "part", "moved", "(50", "+inf", "BYSCORE", "LIMIT", "10", "-1").Is(2930);
        _engine.Run("ZUNIONSTORE", "sum", "2", "moved", "part").Is(6000);
        _engine.Run("DEL", "z", "moved", "part", "sum").Is(4);
    }

    [Fact]
    public void Stores_WithAnEmptyResult_DeleteWhateverWasThere()
    {
        foreach (string line in (string[])["ZUNIONSTORE s 1 missing", "ZINTERSTORE s 2 z missing", "ZDIFFSTORE s 2 z z",
            "ZRANGESTORE s z 5 9"])
        {
            _engine.Run("SET", "s", "v").IsOk();
            _engine.Run("ZADD", "z", "1", "a");
            _engine.TakeEffects();
            _engine.Run(line.Split(' ')).Is(0);
            _engine.Run("EXISTS", "s").Is(0);
            Assert.Equal(["db0 DEL s"], _engine.TakeEffects());
            _engine.Run(line.Split(' ')).Is(0);
            Assert.Empty(_engine.TakeEffects());
        }
    }

    [Fact]
    public void Stores_DropTheExpiryOfTheDestination()
    {
        _engine.Run("SET", "s", "v", "EX", "100").IsOk();
        _engine.Run("ZADD", "z", "1", "a").Is(1);
        _engine.Run("ZUNIONSTORE", "s", "1", "z").Is(1);
        _engine.Run("TTL", "s").Is(-1);
        _engine.Run("EXPIRE", "z", "100").Is(1);
        _engine.Run("ZADD", "z", "2", "b").Is(1);
        _engine.Run("TTL", "z").Is(100);
    }

    [Fact]
    public void ZUnionStore_OppositeInfinities_AddUpToZero()
    {
        _engine.Run("ZADD", "a", "inf", "m").Is(1);
        _engine.Run("ZADD", "b", "-inf", "m").Is(1);
        _engine.Run("ZUNIONSTORE", "u", "2", "a", "b").Is(1);
        _engine.Run("ZSCORE", "u", "m").Is(0.0);
    }

    [Fact]
    public void Combinations_CheckTheTypeOfEveryKey()
    {
        _engine.Run("SET", "string", "v").IsOk();
        foreach (string line in (string[])["ZUNION 2 missing string", "ZINTER 2 missing string",
            "ZDIFF 2 missing string", "ZINTERCARD 2 missing string", "ZUNIONSTORE to 2 missing string"])
            _engine.Run(line.Split(' ')).IsError(ErrorCode.WrongType);
    }
}
