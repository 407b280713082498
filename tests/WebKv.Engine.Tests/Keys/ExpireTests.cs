using WebKv.Engine.Effects;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class ExpireTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    private const long StartMs = 1767225600000;

    [Theory]
    [InlineData("EXPIRE", "10")]
    [InlineData("PEXPIRE", "10000")]
    [InlineData("EXPIREAT", "1767225610")]
    [InlineData("PEXPIREAT", "1767225610000")]
    public void Expire_AnyForm_SetsTheSameDeadline(string command, string time)
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run(command, "k", time).Is(1);
        Assert.Equal(["db0 PEXPIREAT k 1767225610000"], _engine.TakeEffects());
        _engine.Run("TTL", "k").Is(10);
        _engine.Run("PTTL", "k").Is(10_000);
        _engine.Run("EXPIRETIME", "k").Is(1767225610);
        _engine.Run("PEXPIRETIME", "k").Is(1767225610000);
        _engine.Run(command, "missing", time).Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Ttl_IsRoundedToTheNearestSecond()
    {
        _engine.Run("SET", "k", "v", "PX", "1499").IsOk();
        _engine.Run("TTL", "k").Is(1);
        _engine.Run("PEXPIRE", "k", "1500").Is(1);
        _engine.Run("TTL", "k").Is(2);
        _engine.Run("EXPIRETIME", "k").Is(StartMs / 1000 + 2);
        _engine.Advance(1_500);
        _engine.Run("PTTL", "k").Is(0);
        _engine.Advance(1);
        _engine.Run("PTTL", "k").Is(-2);
    }

    [Fact]
    public void ExpireTime_LatestDeadline_DoesNotOverflow()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("PEXPIREAT", "k", "9223372036854775807").Is(1);
        _engine.Run("EXPIRETIME", "k").Is(9_223_372_036_854_776);
        _engine.Run("PEXPIRETIME", "k").Is(long.MaxValue);
    }

    [Fact]
    public void Ttl_NoExpiryOrNoKey_IsNegative()
    {
        _engine.Run("SET", "k", "v").IsOk();
        foreach (string command in new[] { "TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME" })
        {
            _engine.Run(command, "k").Is(-1);
            _engine.Run(command, "missing").Is(-2);
        }
    }

    [Theory]
    [InlineData("EXPIRE", "0")]
    [InlineData("EXPIRE", "-1")]
    [InlineData("PEXPIRE", "-100000000000000")]
    [InlineData("EXPIREAT", "1")]
    [InlineData("PEXPIREAT", "1767225600000")]
    [InlineData("PEXPIREAT", "-9223372036854775808")]
    [InlineData("PEXPIREAT", "0")]
    public void Expire_DeadlineNotInTheFuture_DeletesAtOnce(string command, string time)
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run(command, "k", time).Is(1);
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
        _engine.Run("DBSIZE").Is(0);
    }

    [Fact]
    public void Expire_LogicallyExpiredKey_DoesNotBringItBack()
    {
        _engine.Run("SET", "k", "v", "PX", "100").IsOk();
        _engine.TakeEffects();
        _engine.Advance(101);
        _engine.Run("EXPIRE", "k", "100").Is(0);
        _engine.Run("PERSIST", "k").Is(0);
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
    }

    // Old and new in seconds from now; -1 is a key without expiry.
    [Theory]
    [InlineData(-1, "NX", 10, 1)]
    [InlineData(20, "NX", 10, 0)]
    [InlineData(-1, "XX", 10, 0)]
    [InlineData(20, "XX", 10, 1)]
    [InlineData(-1, "GT", 10, 0)]
    [InlineData(20, "GT", 20, 0)]
    [InlineData(20, "GT", 21, 1)]
    [InlineData(-1, "LT", 10, 1)]
    [InlineData(20, "LT", 20, 0)]
    [InlineData(20, "LT", 19, 1)]
    [InlineData(-1, "XX LT", 19, 0)]
    [InlineData(20, "lt xx", 19, 1)]
    [InlineData(20, "XX GT", 19, 0)]
    [InlineData(20, "GT", -1, 0)]
    public void Expire_Condition_DecidesWhetherItIsSet(int old, string condition, int time, int expected)
    {
        _engine.Run("SET", "k", "v").IsOk();
        if (old > 0)
            _engine.Run("EXPIRE", "k", $"{old}").Is(1);
        _engine.Run(["EXPIRE", "k", $"{time}", .. condition.Split(' ')]).Is(expected);
        _engine.Run("TTL", "k").Is(expected == 1 ? time : old);
    }

    [Theory]
    [InlineData("ERR value is not an integer or out of range", "EXPIRE", "k", "ten")]
    [InlineData("ERR value is not an integer or out of range", "EXPIRE", "k", "9223372036854775808")]
    [InlineData("ERR Unsupported option ZZ", "EXPIRE", "k", "ten", "ZZ")]
    [InlineData("ERR NX and XX, GT or LT options at the same time are not compatible", "EXPIRE", "k", "1", "NX", "XX")]
    [InlineData("ERR NX and XX, GT or LT options at the same time are not compatible", "EXPIRE", "k", "1", "GT", "NX")]
    [InlineData("ERR GT and LT options at the same time are not compatible", "EXPIRE", "k", "1", "GT", "LT")]
    [InlineData("ERR invalid expire time in 'expire' command", "EXPIRE", "k", "9223372036854775807")]
    [InlineData("ERR invalid expire time in 'expire' command", "EXPIRE", "k", "9223372036854775")]
    [InlineData("ERR invalid expire time in 'expire' command", "EXPIRE", "missing", "-9223372036854775808")]
    [InlineData("ERR invalid expire time in 'pexpire' command", "PEXPIRE", "k", "9223372036854775807")]
    [InlineData("ERR invalid expire time in 'expireat' command", "EXPIREAT", "k", "9223372036854776")]
    public void Expire_BadArguments_ChangesNothing(string error, params string[] line)
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run(line).IsError(error);
        _engine.Run("TTL", "k").Is(-1);
    }

    [Fact]
    public void Persist_TakesTheExpiryAway()
    {
        _engine.Run("SET", "k", "v", "EX", "10").IsOk();
        _engine.TakeEffects();
        _engine.Run("PERSIST", "k").Is(1);
        _engine.Run("PERSIST", "k").Is(0);
        _engine.Run("PERSIST", "missing").Is(0);
        Assert.Equal(["db0 PERSIST k"], _engine.TakeEffects());
        _engine.Advance(11_000);
        _engine.Run("GET", "k").Is("v");
    }

    [Fact]
    public void Replay_OfAPastDeadline_KeepsTheKeyUntilItsDel()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("SET", "gone", "v").IsOk();
        _engine.Run("PEXPIREAT", "k", "1767225600500").Is(1);
        _engine.Run("PEXPIREAT", "gone", "1767225600500").Is(1);
        _engine.Advance(1_000);
        _engine.Run("GET", "gone").IsNull();

        using var replica = new TestEngine();
        replica.Advance(1_000);
        _engine.Journal.ReplayInto(new EffectReplayer(replica.Engine, replica.Table));
        replica.Run("DBSIZE").Is(1);
        Assert.Equal(1, replica.Engine.CountVolatileKeys(0));
        replica.Run("GET", "k").IsNull();
        Assert.Equal(["db0 DEL k"], replica.TakeEffects()[^1..]);
    }
}
