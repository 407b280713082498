using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class ExistenceTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("DEL")]
    [InlineData("UNLINK")]
    public void Remove_SomeKeysExist_CountsAndJournalsThese(string command)
    {
        string big = new('x', 50_000);
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run("SET", "b", big).IsOk();
        _engine.TakeEffects();
        _engine.Run(command, "a", "missing", "b", "a").Is(2);
        Assert.Equal(["db0 DEL a", "db0 DEL b"], _engine.TakeEffects());
        _engine.Run("EXISTS", "a", "b").Is(0);
    }

    [Theory]
    [InlineData("EXISTS")]
    [InlineData("TOUCH")]
    public void Count_KeyNamedTwice_CountsTwice(string command)
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run(command, "a", "missing", "a").Is(2);
    }

    [Fact]
    public void Exists_ExpiredKey_RemovesItAndJournalsThat()
    {
        _engine.Run("SET", "a", "1", "PX", "100").IsOk();
        _engine.TakeEffects();
        _engine.Advance(101);
        _engine.Run("EXISTS", "a").Is(0);
        Assert.Equal(["db0 DEL a"], _engine.TakeEffects());
    }

    [Fact]
    public void Type_StringOrMissing_IsNamed()
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Run("TYPE", "a").Is("string");
        _engine.Run("TYPE", "missing").Is("none");
    }

    [Fact]
    public void Questions_AboutAKey_CountAsHitOrMissAndLeaveItsAccess()
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Advance(60_000);
        foreach (string command in new[] { "EXISTS", "TYPE", "TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME" })
        {
            _engine.Run(command, "a");
            _engine.Run(command, "missing");
        }
        _engine.Run("OBJECT", "ENCODING", "a");
        _engine.Run("OBJECT", "IDLETIME", "a").Is(60);
        Assert.Equal(6, _engine.Engine.Shards.Sum(shard => shard.Hits));
        Assert.Equal(6, _engine.Engine.Shards.Sum(shard => shard.Misses));
    }

    [Fact]
    public void Touch_NotesTheAccess()
    {
        _engine.Run("SET", "a", "1").IsOk();
        _engine.Advance(60_000);
        _engine.Run("TOUCH", "a").Is(1);
        _engine.Run("OBJECT", "IDLETIME", "a").Is(0);
        _engine.Advance(5_000);
        _engine.Run("OBJECT", "IDLETIME", "a").Is(5);
        _engine.Run("GET", "a").Is("1");
        _engine.Run("OBJECT", "IDLETIME", "a").Is(0);
    }
}
