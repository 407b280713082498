using WebKv.Engine.Blocking;
using WebKv.Engine.Tests.Blocking;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Streams;

/// <summary>XREAD and XREADGROUP that wait.</summary>
public sealed class StreamWaitTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose()
    {
        Assert.Equal(0, _engine.Engine.Waits.Count);
        Assert.All(_engine.Engine.Shards, shard => Assert.True(shard.WaitLines.IsEmpty));
        _engine.Dispose();
    }

    [Fact]
    public async Task XRead_EntryAboveTheId_IsToldAtOnce()
    {
        Add("s", "1-1");
        using var read = new WaitingLine(_engine, "XREAD", "BLOCK", "0", "STREAMS", "other", "s", "0", "0");
        (await read.ReplyAsync()).IsArray(Told("s", "1-1"));
    }

    [Fact]
    public async Task XRead_LastId_MeansTheLastOneOfTheCall()
    {
        Add("s", "1-1");
        using var read = new WaitingLine(_engine, "XREAD", "BLOCK", "0", "STREAMS", "s", "$");
        Assert.True(read.IsWaiting);
        _engine.Run("XTRIM", "s", "MAXLEN", "0").Is(1);
        Assert.True(read.IsWaiting);
        Add("s", "2-1");
        (await read.ReplyAsync()).IsArray(Told("s", "2-1"));
    }

    // Two entries come before the call is tried again: it must see the first one, too.
    [Fact]
    public async Task XRead_LastIdOfAStreamThatComesLater_GivesItsFirstEntries()
    {
        using var read = new WaitingLine(_engine, "XREAD", "BLOCK", "0", "STREAMS", "s", "$");
        _engine.Run("MULTI").IsOk();
        _engine.Run("XADD", "s", "1-1", "f", "v");
        _engine.Run("XADD", "s", "2-1", "f", "v");
        _engine.Run("EXEC");
        (await read.ReplyAsync()).IsArray(Told("s", "1-1", "2-1"));
    }

    [Fact]
    public async Task XRead_OneEntry_ServesAllWhoWait()
    {
        string[] line = ["XREAD", "BLOCK", "0", "STREAMS", "s", "$"];
        WaitingLine[] reads = [.. Enumerable.Range(0, 3).Select(_ => new WaitingLine(_engine, line))];
        Add("s", "1-1");
        foreach (WaitingLine read in reads)
            (await read.ReplyAsync()).IsArray(Told("s", "1-1"));
    }

    [Fact]
    public async Task XRead_EntryBelowTheId_KeepsItsPlaceAndItsDeadline()
    {
        using var read = new WaitingLine(_engine, "XREAD", "BLOCK", "1000", "STREAMS", "s", "5");
        _engine.Advance(600);
        Add("s", "1-1");
        Assert.True(read.IsWaiting);
        _engine.Advance(400);
        Assert.Equal(WaitOutcome.TimedOut, await read.Outcome);
    }

    [Fact]
    public async Task XRead_KeyOfAnotherType_GoesOnWaiting()
    {
        using var read = new WaitingLine(_engine, "XREAD", "BLOCK", "0", "STREAMS", "s", "$");
        _engine.Run("SET", "s", "v").IsOk();
        Assert.True(read.IsWaiting);
        _engine.Run("DEL", "s").Is(1);
        Add("s", "1-1");
        (await read.ReplyAsync()).IsArray(Told("s", "1-1"));
    }

    [Fact]
    public async Task XRead_WithoutBlock_DoesNotWait()
    {
        using var read = new WaitingLine(_engine, "XREAD", "STREAMS", "s", "$");
        (await read.ReplyAsync()).IsNull();
    }

    [Fact]
    public void XRead_InTransaction_IsOverAtOnce()
    {
        _engine.Run("MULTI").IsOk();
        _engine.Run("XREAD", "BLOCK", "0", "STREAMS", "s", "$");
        _engine.Run("EXEC").IsArray([null]);
    }

    [Fact]
    public async Task XReadGroup_ConsumersOfAGroup_AreServedInTheirOrder()
    {
        MakeGroup("s", "g");
        using var first = ReadGroup("one");
        using var second = ReadGroup("two");
        Add("s", "1-1");
        (await first.ReplyAsync()).IsArray(Told("s", "1-1"));
        Assert.True(second.IsWaiting);
        Add("s", "2-1");
        (await second.ReplyAsync()).IsArray(Told("s", "2-1"));
        object[] pending = [Pair("one", "1"), Pair("two", "1")];
        _engine.Run("XPENDING", "s", "g").IsArray(2L, "1-1", "2-1", pending);
    }

    [Fact]
    public async Task XReadGroup_ServedLate_IsJournalledAsDelivered()
    {
        MakeGroup("s", "g");
        using var read = ReadGroup("c");
        _engine.TakeEffects();
        Add("s", "1-1");
        await read.ReplyAsync();
        Assert.Equal(
            ["XADD", "XCLAIM", "XGROUP"],
            _engine.TakeEffects().Select(effect => effect.Split(' ')[1]));
    }

    [Fact]
    public async Task XReadGroup_OwnHistory_NeverWaits()
    {
        MakeGroup("s", "g");
        using var read = new WaitingLine(
            _engine, "XREADGROUP", "GROUP", "g", "c", "BLOCK", "0", "STREAMS", "s", "0");
        (await read.ReplyAsync()).IsArray(Told("s"));
    }

    [Theory]
    [InlineData("NOGROUP", "DEL", "s")]
    [InlineData("NOGROUP", "XGROUP", "DESTROY", "s", "g")]
    [InlineData("NOGROUP", "FLUSHDB")]
    [InlineData("NOGROUP", "SWAPDB", "0", "1")]
    [InlineData("WRONGTYPE", "SET", "s", "v")]
    public async Task XReadGroup_GroupThatEnds_IsAnErrorToThoseWhoWait(string error, params string[] command)
    {
        MakeGroup("s", "g");
        using var read = ReadGroup("c");
        Assert.True(read.IsWaiting);
        _engine.Run(command);
        (await read.ReplyAsync()).IsError(error);
    }

    // Each attempt of a deleted consumer makes it again, which changes the stream for which it waits.
    [Fact]
    public async Task XReadGroup_ConsumerThatIsDeleted_ComesBackOnce()
    {
        MakeGroup("s", "g");
        using var read = ReadGroup("c");
        _engine.Run("XGROUP", "DELCONSUMER", "s", "g", "c").Is(0);
        Assert.True(read.IsWaiting);
        Add("s", "1-1");
        (await read.ReplyAsync()).IsArray(Told("s", "1-1"));
    }

    private WaitingLine ReadGroup(string consumer) =>
        new(_engine, "XREADGROUP", "GROUP", "g", consumer, "BLOCK", "0", "STREAMS", "s", ">");

    private void Add(string key, string id) => _engine.Run("XADD", key, id, "f", "v").Is(id);

    private void MakeGroup(string key, string group) =>
        _engine.Run("XGROUP", "CREATE", key, group, "$", "MKSTREAM").IsOk();

    private static object?[] Pair(string one, string two) => [one, two];

    private static object Told(string key, params string[] ids) =>
        new object?[] { key, ids.Select(id => (object?)new object?[] { id, new object?[] { "f", "v" } }).ToArray() };
}
