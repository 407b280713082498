using WebKv.Engine.Effects;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class RenameTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("v")]
    [InlineData("")]
    public void Rename_OverAnotherKey_CarriesValueAndExpiry(string value)
    {
        _engine.Run("SET", "a", value, "PX", "5000").IsOk();
        _engine.Run("SET", "b", "old").IsOk();
        _engine.TakeEffects();
        _engine.Run("RENAME", "a", "b").IsOk();
        Assert.Equal(["db0 RENAME a b"], _engine.TakeEffects());
        _engine.Run("EXISTS", "a").Is(0);
        _engine.Run("GET", "b").Is(value);
        _engine.Run("PTTL", "b").Is(5_000);
        _engine.Run("DBSIZE").Is(1);
    }

    [Fact]
    public void Rename_SourceWithoutExpiry_ClearsThatOfTheTarget()
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.Run("SET", "b", "old", "PX", "5000").IsOk();
        _engine.Run("RENAME", "a", "b").IsOk();
        _engine.Run("TTL", "b").Is(-1);
        Assert.Equal(0, _engine.Engine.CountVolatileKeys(0));
    }

    [Fact]
    public void Rename_ToItself_IsOkAndNoChange()
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run("RENAME", "a", "a").IsOk();
        _engine.Run("RENAMENX", "a", "a").Is(0);
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("GET", "a").Is("v");
    }

    [Theory]
    [InlineData("RENAME", "b")]
    [InlineData("RENAME", "a")]
    [InlineData("RENAMENX", "b")]
    [InlineData("RENAMENX", "a")]
    public void Rename_MissingSource_IsAnError(string command, string newKey) =>
        _engine.Run(command, "a", newKey).IsError("ERR no such key");

    [Fact]
    public void RenameNx_TargetExpired_Renames()
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.Run("SET", "b", "old", "PX", "100").IsOk();
        _engine.Run("RENAMENX", "a", "b").Is(0);
        _engine.Advance(101);
        _engine.TakeEffects();
        _engine.Run("RENAMENX", "a", "b").Is(1);
        Assert.Equal(["db0 DEL b", "db0 RENAMENX a b"], _engine.TakeEffects());
        _engine.Run("GET", "b").Is("v");
    }

    [Fact]
    public void Rename_EmptyKeyAndBigValue_Work()
    {
        string big = new('x', 40_000);
        _engine.Run("SET", "", big).IsOk();
        _engine.Run("RENAME", "", "k").IsOk();
        _engine.Run("RENAME", "k", "").IsOk();
        _engine.Run("GET", "").Is(big);
        Assert.Equal(["db0 RENAME  k", "db0 RENAME k "], _engine.TakeEffects()[^2..]);
    }

    [Fact]
    public void Copy_CopiesValueAndExpiry()
    {
        _engine.Run("SET", "a", "v", "PX", "5000").IsOk();
        _engine.Run("COPY", "a", "b").Is(1);
        _engine.Run("SET", "a", "other").IsOk();
        _engine.Run("GET", "b").Is("v");
        _engine.Run("PTTL", "b").Is(5_000);
        _engine.Run("COPY", "a", "b").Is(0);
        _engine.Run("COPY", "missing", "b", "REPLACE").Is(0);
        _engine.Run("COPY", "a", "b", "REPLACE").Is(1);
        _engine.Run("GET", "b").Is("other");
        _engine.Run("TTL", "b").Is(-1);
    }

    [Fact]
    public void Copy_BigValue_IsIndependentOfItsSource()
    {
        string big = new('x', 40_000);
        _engine.Run("SET", "a", big).IsOk();
        _engine.Run("COPY", "a", "b").Is(1);
        _engine.Run("DEL", "a").Is(1);
        _engine.Run("GET", "b").Is(big);
    }

    [Fact]
    public void Copy_ToAnotherDatabase_LeavesTheOwnAlone()
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.Run("COPY", "a", "a", "DB", "3").Is(1);
        _engine.Run("COPY", "a", "b", "db", "3").Is(1);
        _engine.Run("DBSIZE").Is(1);
        _engine.Client.Session.Database = 3;
        _engine.Run("GET", "a").Is("v");
        _engine.Run("GET", "b").Is("v");
    }

    [Theory]
    [InlineData("ERR source and destination objects are the same", "COPY", "a", "a")]
    [InlineData("ERR source and destination objects are the same", "COPY", "a", "a", "DB", "0")]
    [InlineData("ERR source and destination objects are the same", "COPY", "missing", "missing", "REPLACE")]
    [InlineData("ERR DB index is out of range", "COPY", "a", "b", "DB", "16")]
    [InlineData("ERR DB index is out of range", "COPY", "a", "b", "DB", "-1")]
    [InlineData("ERR value is not an integer or out of range", "COPY", "a", "b", "DB", "x")]
    [InlineData("ERR syntax error", "COPY", "a", "b", "DB")]
    [InlineData("ERR syntax error", "COPY", "a", "b", "NX")]
    [InlineData("ERR source and destination objects are the same", "MOVE", "a", "0")]
    [InlineData("ERR DB index is out of range", "MOVE", "missing", "16")]
    [InlineData("ERR value is not an integer or out of range", "MOVE", "a", "x")]
    public void CopyOrMove_BadArguments_ChangesNothing(string error, params string[] line)
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run(line).IsError(error);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Move_TakesTheKeyWithItsExpiry_UnlessItExistsThere()
    {
        _engine.Run("SET", "a", "v", "PX", "5000").IsOk();
        _engine.TakeEffects();
        _engine.Run("MOVE", "a", "2").Is(1);
        _engine.Run("MOVE", "a", "2").Is(0);
        Assert.Equal(["db0 MOVE a 2"], _engine.TakeEffects());
        _engine.Run("SET", "a", "second").IsOk();
        _engine.Run("MOVE", "a", "2").Is(0);
        _engine.Run("GET", "a").Is("second");
        _engine.Client.Session.Database = 2;
        _engine.Run("GET", "a").Is("v");
        _engine.Run("PTTL", "a").Is(5_000);
    }

    [Fact]
    public void Replay_OfCarriedKeys_GivesTheSameState()
    {
        _engine.Run("SET", "a", "v", "PX", "5000").IsOk();
        _engine.Run("COPY", "a", "b", "DB", "1").Is(1);
        _engine.Run("RENAME", "a", "c").IsOk();
        _engine.Run("MOVE", "c", "2").Is(1);
        _engine.Run("SWAPDB", "1", "3").IsOk();
        using var replica = new TestEngine();
        _engine.Journal.ReplayInto(new EffectReplayer(replica.Engine, replica.Table));
        replica.Run("DBSIZE").Is(0);
        replica.Client.Session.Database = 3;
        replica.Run("PEXPIRETIME", "b").Is(1767225605000);
        replica.Client.Session.Database = 2;
        replica.Run("GET", "c").Is("v");
    }
}
