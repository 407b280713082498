using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Streams;

public sealed class StreamGroupTests : IDisposable
{
    private const long NowMs = 1767225600000;

    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Delivery_IsLoggedAsOneClaimAndThePosition()
    {
        AddEntries(3);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0").IsOk();
        _engine.TakeEffects();
        Assert.Equal(["1-0", "2-0"], Ids(ReadNew("c", "COUNT", "2")));
        Assert.Equal(
            [
                "db0 XGROUP CREATECONSUMER s g c",
                $"db0 XCLAIM s g c 0 1-0 2-0 TIME {NowMs} RETRYCOUNT 1 FORCE JUSTID LASTID 2-0",
                "db0 XGROUP SETID s g 2-0 ENTRIESREAD 2",
            ],
            _engine.TakeEffects());
        ReadNew("c", "NOACK");
        Assert.Equal(["db0 XGROUP SETID s g 3-0 ENTRIESREAD 3"], _engine.TakeEffects());
        Assert.Equal(2L, _engine.Run("XPENDING", "s", "g").Items[0]);
    }

    [Fact]
    public void OwnHistory_IsNotLogged_AndCountsADelivery()
    {
        AddEntries(3);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("c");
        _engine.Run("XDEL", "s", "2-0");
        _engine.TakeEffects();
        _engine.Advance(50);
        object?[] history = Entries(_engine.Run("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", "0"));
        Assert.Equal(3, history.Length);
        Assert.Equal(["2-0", null], Assert.IsType<object?[]>(history[1]));
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("XPENDING", "s", "g", "-", "+", "10").IsArray(
            Pending("1-0", "c", 0, 2), Pending("2-0", "c", 50, 1), Pending("3-0", "c", 0, 2));
        Assert.Empty(Entries(_engine.Run("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", "3-0")));
        Assert.Empty(Entries(_engine.Run("XREADGROUP", "GROUP", "g", "other", "STREAMS", "s", "0")));
    }

    [Fact]
    public void PositionSetBack_DeliversAgainToWhoAsks_AndCountsFromOne()
    {
        AddEntries(2);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("first");
        _engine.Run("XREADGROUP", "GROUP", "g", "first", "STREAMS", "s", "0");
        _engine.Run("XGROUP", "SETID", "s", "g", "0").IsOk();
        Assert.Equal(["1-0", "2-0"], Ids(ReadNew("second")));
        _engine.Run("XPENDING", "s", "g", "-", "+", "10").IsArray(
            Pending("1-0", "second", 0, 1), Pending("2-0", "second", 0, 1));
    }

    [Fact]
    public void XAck_WithOneBadId_AcknowledgesNone()
    {
        AddEntries(2);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("c");
        _engine.TakeEffects();
        _engine.Run("XACK", "s", "g", "1-0", "bad").IsError("ERR Invalid stream ID");
        Assert.Empty(_engine.TakeEffects());
        _engine.Run("XACK", "s", "g", "1-0", "1-0", "9-9").Is(1);
        Assert.Equal(["db0 XACK s g 1-0"], _engine.TakeEffects());
    }

    [Fact]
    public void XClaim_TakesWhatIsIdleForLongEnough()
    {
        AddEntries(2);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("slow");
        _engine.Advance(100);
        _engine.Run("XCLAIM", "s", "g", "quick", "101", "1-0").IsArray();
        _engine.TakeEffects();
        _engine.Run("XCLAIM", "s", "g", "quick", "100", "1-0", "JUSTID").IsArray("1-0");
        Assert.Equal(
            [$"db0 XCLAIM s g quick 0 1-0 TIME {NowMs + 100} RETRYCOUNT 1 FORCE JUSTID LASTID 2-0"],
            _engine.TakeEffects());
        _engine.Run("XPENDING", "s", "g", "IDLE", "1", "-", "+", "10").IsArray((object)Pending("2-0", "slow", 100, 1));
    }

    [Fact]
    public void XClaim_OfADeletedEntry_DropsItFromWhatIsPending()
    {
        AddEntries(2);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("c");
        _engine.Run("XDEL", "s", "1-0");
        _engine.TakeEffects();
        _engine.Run("XCLAIM", "s", "g", "c", "0", "1-0", "7-7", "FORCE").IsArray();
        Assert.Equal(["db0 XACK s g 1-0"], _engine.TakeEffects());
        _engine.Run("XPENDING", "s", "g", "-", "+", "10").IsArray((object)Pending("2-0", "c", 0, 1));
    }

    [Fact]
    public void XAutoClaim_GoesOnWhereItStopped_AndTellsWhatIsGone()
    {
        AddEntries(5);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("slow");
        _engine.Run("XDEL", "s", "2-0");
        _engine.Advance(10);
        _engine.Run("XAUTOCLAIM", "s", "g", "quick", "10", "0", "COUNT", "3", "JUSTID")
            .IsArray("4-0", new object?[] { "1-0", "3-0" }, new object?[] { "2-0" });
        _engine.Run("XAUTOCLAIM", "s", "g", "quick", "10", "4-0", "COUNT", "3", "JUSTID")
            .IsArray("0-0", new object?[] { "4-0", "5-0" }, Array.Empty<object?>());
        _engine.Run("XAUTOCLAIM", "s", "g", "quick", "10", "0")
            .IsArray("0-0", Array.Empty<object?>(), Array.Empty<object?>());
    }

    [Fact]
    public void ConsumersThatGetNothing_AreCreatedAndSeen_ButNotActive()
    {
        AddEntries(1);
        _engine.Run("XGROUP", "CREATE", "s", "g", "$");
        _engine.Run("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">").IsNull();
        _engine.Advance(70);
        _engine.Run("XINFO", "CONSUMERS", "s", "g")
            .IsArray((object)new object?[] { "name", "c", "pending", 0L, "idle", 70L, "inactive", -1L });
    }

    [Fact]
    public void EntriesReadAndLag_AreUnknownWhereEntriesWereDeletedAhead()
    {
        AddEntries(5);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        Assert.Equal((null, 5L), Progress());
        ReadNew("c", "COUNT", "1");
        Assert.Equal((1L, 4L), Progress());
        _engine.Run("XDEL", "s", "3-0");
        Assert.Equal((1L, null), Progress());
        ReadNew("c", "COUNT", "1");
        Assert.Equal((null, null), Progress());
        ReadNew("c");
        Assert.Equal((5L, 0L), Progress());
        _engine.Run("XTRIM", "s", "MAXLEN", "1");
        _engine.Run("XADD", "s", "6-0", "f", "v");
        Assert.Equal((5L, 1L), Progress());
    }

    [Fact]
    public void Groups_AreCreatedOnceAndDestroyedWithWhatIsPending()
    {
        _engine.Run("XGROUP", "CREATE", "s", "g", "$").IsError("ERR The XGROUP subcommand requires the key to exist");
        _engine.Run("XGROUP", "CREATE", "s", "g", "$", "MKSTREAM").IsOk();
        _engine.Run("XGROUP", "CREATE", "s", "g", "$").IsError(ErrorCode.GroupExists);
        AddEntries(2);
        ReadNew("c");
        _engine.Run("XGROUP", "DELCONSUMER", "s", "g", "c").Is(2);
        _engine.Run("XPENDING", "s", "g").IsArray(0L, null, null, null);
        _engine.Run("XGROUP", "DESTROY", "s", "g").Is(1);
        _engine.Run("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">").IsError(
            "NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option");
        _engine.Run("XGROUP", "SETID", "s", "g", "0").IsError("NOGROUP No such consumer group 'g' for key name 's'");
    }

    [Fact]
    public void XInfoStreamFull_TellsGroupsAndWhatIsPending()
    {
        AddEntries(1);
        _engine.Run("XGROUP", "CREATE", "s", "g", "0");
        ReadNew("c");
        object?[] info = _engine.Run("XINFO", "STREAM", "s", "FULL").Items;
        object?[] group = Assert.IsType<object?[]>(Assert.IsType<object?[]>(info[^1])[0]);
        object?[] ownPending = [new object?[] { "1-0", NowMs, 1L }];
        object?[] pending = [new object?[] { "1-0", "c", NowMs, 1L }];
        object?[] consumer =
            ["name", "c", "seen-time", NowMs, "active-time", NowMs, "pel-count", 1L, "pel", ownPending];
        Assert.Equal(
            [
                "name", "g", "last-delivered-id", "1-0", "entries-read", 1L, "lag", 0L, "pel-count", 1L,
                "pel", pending, "consumers", new object?[] { consumer },
            ],
            group);
    }

    private static object?[] Pending(string id, string consumer, long idleMs, long deliveries) =>
        [id, consumer, idleMs, deliveries];

    private static object?[] Entries(Reply reply) =>
        Assert.IsType<object?[]>(Assert.IsType<object?[]>(Assert.Single(reply.Items))[1]);

    private static string[] Ids(Reply reply) =>
        [.. Entries(reply).Select(entry => (string)Assert.IsType<object?[]>(entry)[0]!)];

    private void AddEntries(int count)
    {
        for (int i = 1; i <= count; i++)
            _engine.Run("XADD", "s", $"{i}-0", "f", "v").Is($"{i}-0");
    }

    private Reply ReadNew(string consumer, params string[] options) =>
        _engine.Run(["XREADGROUP", "GROUP", "g", consumer, .. options, "STREAMS", "s", ">"]);

    private (long? EntriesRead, long? Lag) Progress()
    {
        object?[] group = Assert.IsType<object?[]>(_engine.Run("XINFO", "GROUPS", "s").Items[0]);
        return ((long?)group[9], (long?)group[11]);
    }
}
