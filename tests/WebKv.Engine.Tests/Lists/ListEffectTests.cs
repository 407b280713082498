using WebKv.Engine.Tests.Notifications;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Lists;

/// <summary>What list commands journal, and what they tell those who listen to keyspace events.</summary>
public sealed class ListEffectTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly KeyspaceEventCollector _events;

    public ListEffectTests()
    {
        _events = new KeyspaceEventCollector(_engine);
        _engine.Run("RPUSH", "k", "a", "b", "c", "a").Is(4);
        _engine.TakeEffects();
        _events.Take();
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("LPUSH k x y", "db0 LPUSH k x y", "lpush k")]
    [InlineData("RPUSHX k x", "db0 RPUSH k x", "rpush k")]
    [InlineData("RPUSHX none x", "", "")]
    [InlineData("LPOP k", "db0 LPOP k 1", "lpop k")]
    [InlineData("RPOP k 2", "db0 RPOP k 2", "rpop k")]
    [InlineData("RPOP k 100", "db0 RPOP k 4", "rpop k|del k")]
    [InlineData("LPOP k 0", "", "")]
    [InlineData("LPOP none", "", "")]
    [InlineData("LMPOP 2 none k RIGHT COUNT 3", "db0 RPOP k 3", "rpop k")]
    [InlineData("LMPOP 1 none LEFT", "", "")]
    [InlineData("LSET k -1 x", "db0 LSET k -1 x", "lset k")]
    [InlineData("LSET k 4 x", "", "")]
    [InlineData("LINSERT k AFTER b x", "db0 LINSERT k AFTER b x", "linsert k")]
    [InlineData("LINSERT k BEFORE z x", "", "")]
    [InlineData("LREM k -1 a", "db0 LREM k -1 a", "lrem k")]
    [InlineData("LREM k 0 z", "", "")]
    [InlineData("LTRIM k 1 -2", "db0 LTRIM k 1 -2", "ltrim k")]
    [InlineData("LTRIM k 0 -1", "", "ltrim k")]
    [InlineData("LTRIM k 4 5", "db0 DEL k", "ltrim k|del k")]
    [InlineData("LMOVE k to LEFT RIGHT", "db0 LMOVE k to LEFT RIGHT", "rpush to|lpop k")]
    [InlineData("RPOPLPUSH k k", "db0 LMOVE k k RIGHT LEFT", "lpush k|rpop k")]
    [InlineData("LMOVE none to LEFT RIGHT", "", "")]
    public void Command_JournalsAndTellsWhatHappened(string line, string effect, string events)
    {
        _engine.Run(line.Split(' '));
        Assert.Equal(effect, string.Join('|', _engine.TakeEffects()));
        Assert.Equal(events, string.Join('|', _events.Take()));
    }

    [Fact]
    public void LRem_OfAllElements_IsADelete()
    {
        _engine.Run("DEL", "k");
        _engine.Run("RPUSH", "k", "x", "x");
        _engine.TakeEffects();
        _events.Take();
        _engine.Run("LREM", "k", "0", "x").Is(2);
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
        Assert.Equal(["lrem k", "del k"], _events.Take());
        _engine.Run("EXISTS", "k").Is(0);
    }

    [Fact]
    public void LMove_OfTheLastElement_DeletesTheSource()
    {
        _engine.Run("RPUSH", "one", "x");
        _events.Take();
        _engine.Run("LMOVE", "one", "to", "LEFT", "LEFT").Is("x");
        Assert.Equal(["lpush to", "lpop one", "del one"], _events.Take());
        _engine.Run("EXISTS", "one").Is(0);
    }
}
