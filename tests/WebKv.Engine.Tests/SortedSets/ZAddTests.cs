using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

public sealed class ZAddTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void ZAdd_NewAndKnownMembers_CountsTheNewOnes()
    {
        _engine.Run("ZADD", "z", "1", "a", "2.5", "b").Is(2);
        _engine.Run("ZADD", "z", "3", "a", "1", "c").Is(1);
        _engine.Run("ZADD", "z", "CH", "4", "a", "1", "c", "0", "d").Is(2);
        _engine.Run("ZRANGE", "z", "0", "-1", "WITHSCORES").IsArray("d", 0.0, "c", 1.0, "b", 2.5, "a", 4.0);
        Assert.Equal(
            ["db0 ZADD z 1 a 2.5 b", "db0 ZADD z 3 a 1 c", "db0 ZADD z 4 a 1 c 0 d"], _engine.TakeEffects());
    }

    [Fact]
    public void ZAdd_NothingChanged_IsNotLogged()
    {
        _engine.Run("ZADD", "z", "1", "a").Is(1);
        _engine.TakeEffects();
        _engine.Run("ZADD", "z", "1", "a").Is(0);
        _engine.Run("ZADD", "z", "NX", "2", "a").Is(0);
        _engine.Run("ZADD", "z", "GT", "CH", "0", "a").Is(0);
        _engine.Run("ZADD", "missing", "XX", "0", "a").Is(0);
        _engine.Run("ZINCRBY", "z", "0", "a").Is(1.0);
        _engine.Run("EXISTS", "missing").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void ZAdd_OneBadScore_AddsNothing()
    {
        _engine.Run("ZADD", "z", "1", "a", "x", "b").IsError("ERR value is not a valid float");
        _engine.Run("ZADD", "z", "1", "a", "nan", "b").IsError("ERR value is not a valid float");
        _engine.Run("EXISTS", "z").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void ZAdd_IncrUnderConditionsNotMet_IsNullAndKeepsTheScore()
    {
        _engine.Run("ZADD", "z", "5", "a").Is(1);
        _engine.Run("ZADD", "z", "GT", "INCR", "-1", "a").IsNull();
        _engine.Run("ZADD", "z", "LT", "INCR", "1", "a").IsNull();
        _engine.Run("ZADD", "z", "NX", "INCR", "1", "a").IsNull();
        _engine.Run("ZADD", "z", "XX", "INCR", "1", "b").IsNull();
        _engine.Run("ZSCORE", "z", "a").Is(5.0);
        _engine.Run("ZADD", "z", "GT", "INCR", "1", "a").Is(6.0);
        _engine.Run("ZADD", "z", "XX", "7", "a").Is(0);
    }

    [Fact]
    public void ZIncrBy_InfinitiesThatCancel_IsAnErrorAndChangesNothing()
    {
        _engine.Run("ZADD", "z", "inf", "a").Is(1);
        _engine.TakeEffects();
        _engine.Run("ZINCRBY", "z", "-inf", "a").IsError("ERR resulting score is not a number (NaN)");
        _engine.Run("ZADD", "z", "INCR", "-inf", "a").IsError(ErrorCode.NotANumber);
        _engine.Run("ZSCORE", "z", "a").Is(double.PositiveInfinity);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void ZIncrBy_IsLoggedAsTheSum()
    {
        _engine.Run("ZINCRBY", "z", "0.1", "a").Is(0.1);
        _engine.Run("ZADD", "z", "INCR", "0.2", "a").Is(0.1 + 0.2);
        Assert.Equal(["db0 ZADD z 0.1 a", "db0 ZADD z 0.30000000000000004 a"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("5e-324")]
    [InlineData("-1.7976931348623157e308")]
    [InlineData("9007199254740993")]
    [InlineData("1e21")]
    [InlineData("-0")]
    [InlineData("4611686018427387904")]
    public void ZAdd_ScoreAtTheEdge_SurvivesBothFormsAndReplay(string score)
    {
        double expected = double.Parse(score, System.Globalization.CultureInfo.InvariantCulture);
        foreach (int entries in (int[])[0, 128])
        {
            using var engine = new TestEngine(new EngineOptions
            {
                Packing = new PackingLimits { SortedSetEntries = entries },
            });
            engine.Run("ZADD", "z", score, "a").Is(1);
            double found = Assert.IsType<double>(engine.Run("ZSCORE", "z", "a").Value);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(found));
            using var replayed = new TestEngine();
            engine.Journal.ReplayInto(new WebKv.Engine.Effects.EffectReplayer(replayed.Engine, replayed.Table));
            replayed.Run("ZSCORE", "z", "a").Is(expected);
        }
    }

    [Fact]
    public void ZAdd_BytesOfAScoreThatLookLikeDigits_AreNoInteger()
    {
        double score = BitConverter.ToDouble("12345678"u8);
        string text = score.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        _engine.Run("ZADD", "z", text, "a").Is(1);
        _engine.Run("ZSCORE", "z", "a").Is(score);
        _engine.Run("OBJECT", "ENCODING", "z").Is("listpack");
    }

    [Fact]
    public void ZAdd_TooManyOrTooLong_BecomesATableForGood()
    {
        for (int i = 0; i < 128; i++)
            _engine.Run("ZADD", "many", $"{i}", $"{i}").Is(1);
        _engine.Run("OBJECT", "ENCODING", "many").Is("listpack");
        _engine.Run("ZADD", "many", "1", "one more").Is(1);
        _engine.Run("OBJECT", "ENCODING", "many").Is("skiplist");
        _engine.Run("ZREMRANGEBYRANK", "many", "1", "-1").Is(128);
        _engine.Run("OBJECT", "ENCODING", "many").Is("skiplist");
        _engine.Run("ZADD", "long", "1", new string('x', 64)).Is(1);
        _engine.Run("OBJECT", "ENCODING", "long").Is("listpack");
        _engine.Run("ZADD", "long", "1", new string('y', 65)).Is(1);
        _engine.Run("OBJECT", "ENCODING", "long").Is("skiplist");
        _engine.Run("ZRANGE", "long", "0", "-1").IsArray(new string('x', 64), new string('y', 65));
    }

    [Fact]
    public void ZAdd_KeyOfAnotherType_IsRefusedByAll()
    {
        _engine.Run("SET", "s", "v").IsOk();
        foreach (string line in (string[])["ZADD s 1 a", "ZCARD s", "ZSCORE s a", "ZRANK s a", "ZRANGE s 0 -1",
            "ZREM s a", "ZPOPMIN s", "ZCOUNT s 1 2", "ZSCAN s 0", "ZRANDMEMBER s", "ZREMRANGEBYRANK s 0 1",
            "ZMSCORE s a", "ZRANGESTORE to s 0 -1", "ZINCRBY s 1 a"])
            _engine.Run(line.Split(' ')).IsError(ErrorCode.WrongType);
        _engine.Run("ZADD", "z", "1", "a").Is(1);
        _engine.Run("GET", "z").IsError(ErrorCode.WrongType);
        _engine.Run("TYPE", "z").Is("zset");
    }
}
