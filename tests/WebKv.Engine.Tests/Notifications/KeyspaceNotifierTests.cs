using WebKv.Engine.Keys;
using WebKv.Engine.Notifications;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Notifications;

public sealed class KeyspaceNotifierTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly TestClient _reader;

    public KeyspaceNotifierTests()
    {
        _reader = _engine.NewClient();
        _reader.RunAll("PSUBSCRIBE", "__key*");
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Events_ByDefault_AreOff()
    {
        _engine.Run("SET", "k", "v").IsOk();
        Assert.Empty(_reader.TakeMessages());
    }

    [Theory]
    [InlineData("KEA", "__keyspace@0__:k set", "__keyevent@0__:set k")]
    [InlineData("K$", "__keyspace@0__:k set")]
    [InlineData("E$", "__keyevent@0__:set k")]
    [InlineData("KEg")]
    [InlineData("A")]
    [InlineData("KEn", "__keyspace@0__:k new", "__keyevent@0__:new k")]
    public void Events_Chosen_AreTold(string letters, params string[] told)
    {
        Choose(letters);
        _engine.Run("SET", "k", "v").IsOk();
        Assert.Equal(told, Told());
    }

    [Fact]
    public void Events_OfAnotherDatabase_NameIt()
    {
        Choose("KEA");
        _engine.Run("SELECT", "3").IsOk();
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("MOVE", "k", "12").Is(1);
        Assert.Equal(
            [
                "__keyspace@3__:k set", "__keyevent@3__:set k", "__keyspace@3__:k move_from",
                "__keyevent@3__:move_from k", "__keyspace@12__:k move_to", "__keyevent@12__:move_to k",
            ],
            Told());
    }

    [Fact]
    public void LongKeys_HaveChannelsOfTheirOwn()
    {
        string key = new('k', 100_000);
        Choose("K$");
        _engine.Run("SET", key, "v").IsOk();
        Assert.Equal([$"__keyspace@0__:{key} set"], Told());
    }

    [Fact]
    public void Expired_WhenRead_IsToldBeforeTheMiss()
    {
        Choose("Exm");
        _engine.Run("SET", "k", "v", "PX", "10").IsOk();
        _engine.Advance(11);
        Assert.Empty(_reader.TakeMessages());
        _engine.Run("GET", "k").IsNull();
        Assert.Equal(["__keyevent@0__:expired k", "__keyevent@0__:keymiss k"], Told());
    }

    [Fact]
    public void Expired_InASweep_IsTold()
    {
        Choose("Ex");
        for (int i = 0; i < 100; i++)
            _engine.Run("SET", $"k{i}", "v", "PX", "10").IsOk();
        _engine.Advance(11);
        var sweeper = new ExpirySweeper(_engine.Engine);
        while (sweeper.RunCycle(TimeSpan.FromSeconds(10)) > 0)
        {
        }
        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => $"__keyevent@0__:expired k{i}").Order(), Told().Order());
    }

    [Fact]
    public void Expired_IsToldAsByRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip("--enable-debug-command", "yes");
        using RespClient peer = redis.Connect();
        using RespClient peerReader = redis.Connect();
        peer.Call("CONFIG", "SET", "notify-keyspace-events", "EAmn");
        peer.Call("DEBUG", "SET-ACTIVE-EXPIRE", "0");
        peerReader.Call("PSUBSCRIBE", "__key*");
        Choose("EAmn");
        string[][] lines =
        [
            ["GET", "a"], ["SET", "b", "w"], ["RENAME", "c", "d"], ["DEL", "e"], ["INCR", "f"], ["EXISTS", "g"],
            ["COPY", "h", "i"], ["MGET", "j", "j"], ["PERSIST", "k"], ["SETNX", "l", "v"],
        ];
        foreach (char key in "abcdefghijkl")
        {
            peer.Call("SET", $"{key}", "1", "PX", "1");
            _engine.Run("SET", $"{key}", "1", "PX", "1").IsOk();
        }
        peer.Call("DEBUG", "SLEEP", "0.01");
        _engine.Advance(10);
        foreach (string[] line in lines)
        {
            peer.Call(line);
            _engine.Run(line);
        }
        var expected = new List<string>();
        peerReader.Send("PING\r\n");
        while (peerReader.ReadReply() is object?[] { Length: 4 } message)
            expected.Add($"{message[2]} {message[3]}");
        Assert.Equal(expected, Told());
    }

    [Fact]
    public void Transaction_TellsInTheOrderOfItsCommands()
    {
        Choose("KA");
        _engine.Run("MULTI");
        _engine.Run("SET", "a", "1");
        _engine.Run("RENAME", "a", "b");
        _engine.Run("DEL", "b", "missing");
        _engine.Run("EXEC");
        Assert.Equal(
            [
                "__keyspace@0__:a set", "__keyspace@0__:a rename_from", "__keyspace@0__:b rename_to",
                "__keyspace@0__:b del",
            ],
            Told());
    }

    [Fact]
    public void Command_ThatFails_TellsNothing()
    {
        Choose("KEA");
        _engine.Run("SET", "k", "text").IsOk();
        Told();
        _engine.Run("INCR", "k").IsError("ERR value is not an integer");
        _engine.Run("DEL", "missing").Is(0);
        _engine.Run("PERSIST", "k").Is(0);
        _engine.Run("SET", "k", "v", "NX").IsNull();
        Assert.Empty(Told());
    }

    private void Choose(string letters)
    {
        Assert.True(KeyspaceEventLetters.TryParse(letters, out KeyspaceEvents events));
        _engine.Engine.Notifications.Chosen = events;
    }

    private List<string> Told() =>
        [.. _reader.TakeMessages().Select(message => string.Join(' ', Assert.IsType<object?[]>(message)[2..]))];
}
