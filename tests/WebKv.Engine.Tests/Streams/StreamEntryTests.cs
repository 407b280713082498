using WebKv.Engine.Effects;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Streams;

public sealed class StreamEntryTests : IDisposable
{
    private const long NowMs = 1767225600000;

    private readonly TestEngine _engine = new(new EngineOptions
    {
        Shards = 4,
        Packing = new PackingLimits { StreamChunkEntries = 10 },
    });

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void XAdd_LogsTheIdThatItGot()
    {
        _engine.Run("XADD", "s", "*", "f", "v").Is($"{NowMs}-0");
        _engine.Run("XADD", "s", "*", "f", "v", "g", "w").Is($"{NowMs}-1");
        Assert.Equal([$"db0 XADD s {NowMs}-0 f v", $"db0 XADD s {NowMs}-1 f v g w"], _engine.TakeEffects());
        _engine.Run("TYPE", "s").Is("stream");
        _engine.Run("OBJECT", "ENCODING", "s").Is("stream");
    }

    [Fact]
    public void XAdd_LastIdAheadOfTheClock_RaisesTheSequenceOnly()
    {
        _engine.Run("XADD", "s", $"{NowMs + 5000}-7", "f", "v");
        _engine.Run("XADD", "s", "*", "f", "v").Is($"{NowMs + 5000}-8");
        _engine.Run("XADD", "s", $"{NowMs + 5000}-*", "f", "v").Is($"{NowMs + 5000}-9");
        _engine.Run("XADD", "s", $"{NowMs}-*", "f", "v").IsError(ErrorCode.StreamIdTooSmall);
    }

    [Fact]
    public void XAdd_RefusedOnAMissingKey_LeavesNoEmptyStream()
    {
        _engine.Run("XADD", "s", "0-0", "f", "v").IsError("ERR The ID specified in XADD must be greater than 0-0");
        _engine.Run("XADD", "s", "NOMKSTREAM", "*", "f", "v").IsNull();
        _engine.Run("XADD", "s", "MAXLEN", "-1", "*", "f", "v").IsError("ERR");
        _engine.Run("EXISTS", "s").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void XAdd_BigValue_RoundTrips()
    {
        string big = new('x', 300_000);
        _engine.Run("XADD", "s", "1-1", "f", big).Is("1-1");
        _engine.Run("XADD", "s", "1-2", "f", "small").Is("1-2");
        object?[] first = Assert.IsType<object?[]>(_engine.Run("XRANGE", "s", "1-1", "1-1").Items[0]);
        Assert.Equal(["f", big], Assert.IsType<object?[]>(first[1]));
        _engine.Run("XLEN", "s").Is(2);
    }

    [Fact]
    public void EmptiedStream_StaysWithItsLastId()
    {
        _engine.Run("XADD", "s", "5-5", "f", "v");
        _engine.Run("XDEL", "s", "5-5", "6-6").Is(1);
        _engine.Run("EXISTS", "s").Is(1);
        _engine.Run("XADD", "s", "5-5", "f", "v").IsError(ErrorCode.StreamIdTooSmall);
        Assert.Equal("5-5", Info("s", "max-deleted-entry-id"));
        Assert.Equal(1L, Info("s", "entries-added"));
        Assert.Equal(["db0 XADD s 5-5 f v", "db0 XDEL s 5-5"], _engine.TakeEffects());
    }

    [Fact]
    public void ApproximateTrim_IsLoggedAsTheLengthThatItLeft()
    {
        for (int i = 1; i <= 25; i++)
            _engine.Run("XADD", "s", $"{i}-0", "f", "v");
        _engine.TakeEffects();
        _engine.Run("XTRIM", "s", "MAXLEN", "~", "12").Is(10);
        _engine.Run("XADD", "s", "MINID", "~", "22", "26-0", "f", "v").Is("26-0");
        _engine.Run("XTRIM", "s", "MAXLEN", "~", "100").Is(0);
        Assert.Equal(
            ["db0 XTRIM s MAXLEN = 15", "db0 XADD s MAXLEN = 6 26-0 f v"], _engine.TakeEffects());
    }

    [Fact]
    public void ApproximateTrim_ReplayedWithChunksOfAnotherSize_GivesTheSameData()
    {
        for (int i = 1; i <= 200; i++)
            _engine.Run(
                "XADD", "s", i % 2 == 0 ? "MAXLEN" : "MINID", "~", i % 2 == 0 ? "25" : $"{i - 30}", $"{i}-0", "f", "v");
        Assert.InRange((long)_engine.Run("XLEN", "s").Value!, 25, 45);
        var packing = new PackingLimits { StreamChunkEntries = 3 };
        using var replayed = new TestEngine(new EngineOptions { Shards = 1, Packing = packing });
        _engine.Journal.ReplayInto(new EffectReplayer(replayed.Engine, replayed.Table));
        Assert.Equal(KeyspaceDigest.Of(_engine.Engine), KeyspaceDigest.Of(replayed.Engine));
    }

    [Fact]
    public void ApproximateTrim_StopsAtItsLimit()
    {
        for (int i = 1; i <= 50; i++)
            _engine.Run("XADD", "s", $"{i}-0", "f", "v");
        _engine.Run("XTRIM", "s", "MAXLEN", "~", "0", "LIMIT", "25").Is(20);
        _engine.Run("XTRIM", "s", "MAXLEN", "0").Is(30);
        _engine.Run("XLEN", "s").Is(0);
    }

    [Fact]
    public void XRead_TellsOnlyStreamsThatHaveSomething()
    {
        _engine.Run("XADD", "a", "1-1", "f", "v");
        _engine.Run("XADD", "b", "2-2", "g", "w");
        _engine.Run("XREAD", "STREAMS", "a", "b", "missing", "1-1", "0", "0")
            .IsArray((object)StreamOf("b", "2-2", "g", "w"));
        _engine.Run("XREAD", "STREAMS", "a", "b", "$", "$").IsNull();
        _engine.Run("XREAD", "BLOCK", "5", "STREAMS", "a", "$").IsNull();
    }

    [Fact]
    public void XRead_Plus_GivesTheLastEntry()
    {
        _engine.Run("XADD", "a", "1-1", "f", "v");
        _engine.Run("XADD", "a", "1-2", "f", "w");
        _engine.Run("XADD", "a", "1-3", "f", "x");
        _engine.Run("XDEL", "a", "1-3").Is(1);
        _engine.Run("XREAD", "STREAMS", "a", "+")
            .IsArray((object)StreamOf("a", "1-2", "f", "w"));
    }

    [Fact]
    public void XSetId_RaisesTheCounters()
    {
        _engine.Run("XADD", "s", "5-5", "f", "v");
        _engine.Run("XSETID", "s", "9-9", "ENTRIESADDED", "100", "MAXDELETEDID", "8-0").IsOk();
        Assert.Equal("9-9", Info("s", "last-generated-id"));
        Assert.Equal(100L, Info("s", "entries-added"));
        _engine.Run("XSETID", "s", "7-0").IsError("ERR The ID specified in XSETID is smaller");
        _engine.Run("XSETID", "missing", "1-1").IsError(ErrorCode.KeyNotFound);
    }

    [Fact]
    public void Copy_GivesAStreamOfItsOwnWithItsGroups()
    {
        for (int i = 1; i <= 30; i++)
            _engine.Run("XADD", "s", $"{i}-0", "f", $"{i}");
        _engine.Run("XGROUP", "CREATE", "s", "g", "0").IsOk();
        _engine.Run("XREADGROUP", "GROUP", "g", "c", "COUNT", "3", "STREAMS", "s", ">");
        _engine.Run("COPY", "s", "t").Is(1);
        _engine.Run("XACK", "s", "g", "1-0").Is(1);
        _engine.Run("XTRIM", "s", "MAXLEN", "0").Is(30);
        _engine.Run("XLEN", "t").Is(30);
        Assert.Equal(3L, _engine.Run("XPENDING", "t", "g").Items[0]);
        Assert.Equal(2L, _engine.Run("XPENDING", "s", "g").Items[0]);
    }

    private static object?[] StreamOf(string key, string id, string field, string value) =>
        [key, new object?[] { new object?[] { id, new object?[] { field, value } } }];

    private object? Info(string key, string name)
    {
        object?[] info = _engine.Run("XINFO", "STREAM", key).Items;
        return info[Array.IndexOf(info, name) + 1];
    }
}
