using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>MGET, MSET, MSETNX.</summary>
public sealed class MSetTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void MGet_SomeKeysMissing_GivesNullInTheirPlace()
    {
        string big = new('x', 100_000);
        _engine.Run("MSET", "a", "1", "big", big, "empty", "").IsOk();
        _engine.Run("MGET", "a", "missing", "big", "empty", "a").IsArray("1", null, big, "", "1");
    }

    [Fact]
    public void MSet_KeyTwice_LastValueWins()
    {
        _engine.Run("MSET", "k", "1", "other", "2", "k", "3").IsOk();
        _engine.Run("MGET", "k", "other").IsArray("3", "2");
        Assert.Equal(["db0 SET k 1", "db0 SET other 2", "db0 SET k 3"], _engine.TakeEffects());
        Assert.Equal(1, _engine.Journal.LastLsn);
    }

    [Fact]
    public void MSet_KeyWithExpiry_LosesIt()
    {
        _engine.Run("SETEX", "k", "1", "v").IsOk();
        _engine.Run("MSET", "k", "w").IsOk();
        _engine.Advance(5_000);
        _engine.Run("GET", "k").Is("w");
    }

    [Fact]
    public void MSet_KeyThatHasExpired_LogsTheRemovalFirst()
    {
        _engine.Run("PSETEX", "k", "1", "v").IsOk();
        _engine.TakeEffects();
        _engine.Advance(2);
        _engine.Run("MSET", "a", "1", "k", "2").IsOk();
        Assert.Equal(["db0 SET a 1", "db0 DEL k", "db0 SET k 2"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("MSET")]
    [InlineData("MSETNX")]
    public void MSet_ValueMissing_IsAnArityError(string command)
    {
        string error = $"ERR wrong number of arguments for '{command.ToLowerInvariant()}' command";
        _engine.Run(command, "a", "1", "b").IsError(error);
        _engine.Run(command, "a").IsError(error);
        _engine.Run("MGET", "a", "b").IsArray(null, null);
    }

    [Fact]
    public void MSetNx_OneKeyExists_SetsNone()
    {
        _engine.Run("SET", "b", "old").IsOk();
        _engine.TakeEffects();
        _engine.Run("MSETNX", "a", "1", "b", "2").Is(0);
        _engine.Run("MGET", "a", "b").IsArray(null, "old");
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("MSETNX", "a", "1", "c", "2", "a", "3").Is(1);
        _engine.Run("MGET", "a", "c").IsArray("3", "2");
        Assert.Equal(["db0 SET a 1", "db0 SET c 2", "db0 SET a 3"], _engine.TakeEffects());
    }
}
