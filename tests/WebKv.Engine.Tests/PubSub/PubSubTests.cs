using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.PubSub;

public sealed class PubSubTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly TestClient _reader;

    public PubSubTests() => _reader = _engine.NewClient();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Publish_NobodySubscribed_Returns0() => _engine.Run("PUBLISH", "news", "hello").Is(0);

    [Fact]
    public void Publish_Subscribed_IsReceivedOnce()
    {
        Assert.Equal([Row("subscribe", "news", 1L), Row("subscribe", "sport", 2L)],
            _reader.RunAll("SUBSCRIBE", "news", "sport"));
        _engine.Run("PUBLISH", "news", "hello").Is(1);
        _engine.Run("PUBLISH", "weather", "rain").Is(0);
        _engine.Run("PUBLISH", "sport", "").Is(1);
        Assert.Equal([Row("message", "news", "hello"), Row("message", "sport", "")], _reader.TakeMessages());
        Assert.Empty(_reader.TakeMessages());
    }

    [Fact]
    public void Subscribe_Twice_ConfirmsTwiceAndCountsOnce()
    {
        _reader.RunAll("SUBSCRIBE", "news");
        Assert.Equal([Row("subscribe", "news", 1L)], _reader.RunAll("SUBSCRIBE", "news"));
        _engine.Run("PUBLISH", "news", "hello").Is(1);
    }

    [Fact]
    public void Publish_ChannelAndTwoPatterns_IsReceivedThreeTimes()
    {
        _reader.RunAll("SUBSCRIBE", "news.uk");
        Assert.Equal([Row("psubscribe", "news.*", 2L), Row("psubscribe", "*", 3L)],
            _reader.RunAll("PSUBSCRIBE", "news.*", "*"));
        _engine.Run("PUBLISH", "news.uk", "rain").Is(3);
        List<object?> messages = _reader.TakeMessages();
        Assert.Equal(Row("message", "news.uk", "rain"), messages[0]);
        Assert.Contains(Row("pmessage", "news.*", "news.uk", "rain"), messages);
        Assert.Contains(Row("pmessage", "*", "news.uk", "rain"), messages);
    }

    [Fact]
    public void Names_AnyBytes_AreKept()
    {
        const string Name = "\0\u00ff\r\n ";
        _reader.RunAll("SUBSCRIBE", Name, "");
        _reader.RunAll("PSUBSCRIBE", "");
        _engine.Run("PUBLISH", Name, "\u00fe\0").Is(1);
        _engine.Run("PUBLISH", "", "empty").Is(2);
        Assert.Equal(
            [Row("message", Name, "\u00fe\0"), Row("message", "", "empty"), Row("pmessage", "", "", "empty")],
            _reader.TakeMessages());
    }

    [Fact]
    public void SPublish_IsANamespaceOfItsOwn()
    {
        _reader.RunAll("SUBSCRIBE", "a");
        _reader.RunAll("PSUBSCRIBE", "*");
        Assert.Equal([Row("ssubscribe", "a", 1L)], _reader.RunAll("SSUBSCRIBE", "a"));
        _engine.Run("SPUBLISH", "a", "shard").Is(1);
        Assert.Equal([Row("smessage", "a", "shard")], _reader.TakeMessages());
        Assert.Equal([Row("sunsubscribe", "a", 0L)], _reader.RunAll("SUNSUBSCRIBE"));
        _engine.Run("SPUBLISH", "a", "shard").Is(0);
        _engine.Run("PUBLISH", "a", "plain").Is(2);
    }

    [Fact]
    public void Unsubscribe_Named_CountsDown()
    {
        _reader.RunAll("SUBSCRIBE", "a", "b");
        _reader.RunAll("PSUBSCRIBE", "c*");
        Assert.Equal([Row("unsubscribe", "a", 2L), Row("unsubscribe", "never", 2L)],
            _reader.RunAll("UNSUBSCRIBE", "a", "never"));
        Assert.Equal([Row("unsubscribe", "b", 1L)], _reader.RunAll("UNSUBSCRIBE"));
        Assert.Equal([Row("punsubscribe", "c*", 0L)], _reader.RunAll("PUNSUBSCRIBE"));
        _engine.Run("PUBLISH", "a", "x").Is(0);
        _engine.Run("PUBLISH", "cc", "x").Is(0);
    }

    [Theory]
    [InlineData("UNSUBSCRIBE", "unsubscribe")]
    [InlineData("PUNSUBSCRIBE", "punsubscribe")]
    [InlineData("SUNSUBSCRIBE", "sunsubscribe")]
    public void Unsubscribe_FromNothing_RepliesOnceWithNull(string command, string word) =>
        Assert.Equal([Row(word, null, 0L)], _reader.RunAll(command));

    [Fact]
    public void Unsubscribe_MessagesBefore_AreWrittenAheadOfTheConfirmation()
    {
        _reader.RunAll("SUBSCRIBE", "a");
        _engine.Run("PUBLISH", "a", "1");
        Assert.Equal([Row("message", "a", "1"), Row("unsubscribe", "a", 0L)], _reader.RunAll("UNSUBSCRIBE", "a"));
        _engine.Run("PUBLISH", "a", "2").Is(0);
        Assert.Empty(_reader.TakeMessages());
    }

    [Fact]
    public void PubSub_Introspection_CountsWhatThereIs()
    {
        TestClient other = _engine.NewClient();
        _reader.RunAll("SUBSCRIBE", "a", "ab");
        other.RunAll("SUBSCRIBE", "a", "b");
        _reader.RunAll("PSUBSCRIBE", "x*");
        other.RunAll("PSUBSCRIBE", "x*", "y*");
        other.RunAll("SSUBSCRIBE", "s");
        Assert.Equal(["a", "ab", "b"], _engine.Run("PUBSUB", "CHANNELS").Items.Order());
        Assert.Equal(["a", "ab"], _engine.Run("PUBSUB", "CHANNELS", "a*").Items.Order());
        _engine.Run("PUBSUB", "NUMSUB", "a", "ab", "none", "x1").IsArray("a", 2L, "ab", 1L, "none", 0L, "x1", 0L);
        _engine.Run("PUBSUB", "NUMSUB").IsArray();
        _engine.Run("PUBSUB", "NUMPAT").Is(2);
        _engine.Run("PUBSUB", "SHARDCHANNELS").IsArray("s");
        _engine.Run("PUBSUB", "SHARDNUMSUB", "s", "a").IsArray("s", 1L, "a", 0L);
        _engine.Run("PUBSUB", "channels", "a", "b").IsError(
            "ERR unknown subcommand or wrong number of arguments for 'channels'. Try PUBSUB HELP.");
        _engine.Run("PUBSUB", "BOGUS").IsError("ERR unknown subcommand 'BOGUS'. Try PUBSUB HELP.");
        Assert.Contains("NUMPAT", _engine.Run("PUBSUB", "HELP").Items);
    }

    [Theory]
    [InlineData("GET", "k")]
    [InlineData("PUBLISH", "a", "b")]
    [InlineData("MULTI")]
    [InlineData("HELLO", "3")]
    [InlineData("PUBSUB", "NUMPAT")]
    public void Command_SubscribedInResp2_IsRefused(params string[] line)
    {
        _reader.RunAll("PSUBSCRIBE", "a");
        string name = line[0] == "PUBSUB" ? "pubsub|numpat" : line[0].ToLowerInvariant();
        _reader.Run(line).IsError(
            $"ERR Can't execute '{name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in "
            + "this context");
        _reader.RunAll("PUNSUBSCRIBE");
        Assert.IsNotType<Errors.Error>(_reader.Run(line).Value);
    }

    [Fact]
    public void Command_SubscribedInResp3_IsAllowed()
    {
        _reader.Run("HELLO", "3");
        _reader.RunAll("SUBSCRIBE", "a");
        _reader.Run("SET", "k", "v").IsOk();
        _reader.Run("PUBLISH", "a", "self").Is(1);
        _reader.Run("PING").Is("PONG");
        Assert.Equal([Row("message", "a", "self")], _reader.TakeMessages());
    }

    [Fact]
    public void Ping_SubscribedInResp2_IsAMessage()
    {
        _reader.RunAll("SUBSCRIBE", "a");
        _reader.Run("PING").IsArray("pong", "");
        _reader.Run("PING", "hello").IsArray("pong", "hello");
        _reader.RunAll("UNSUBSCRIBE");
        _reader.Run("PING").Is("PONG");
    }

    [Fact]
    public void Reset_Subscribed_EndsAllSubscriptions()
    {
        _reader.RunAll("SUBSCRIBE", "a");
        _reader.RunAll("PSUBSCRIBE", "b*");
        _reader.RunAll("SSUBSCRIBE", "c");
        _reader.Run("RESET").Is("RESET");
        _reader.Run("GET", "k").IsNull();
        _engine.Run("PUBSUB", "NUMPAT").Is(0);
        _engine.Run("PUBSUB", "CHANNELS").IsArray();
        _engine.Run("PUBSUB", "SHARDCHANNELS").IsArray();
        Assert.True(_engine.Engine.PubSub.IsIdle);
    }

    [Fact]
    public void Subscribe_InsideMulti_IsRefused()
    {
        _reader.Run("MULTI").IsOk();
        _reader.Run("SUBSCRIBE", "a").IsError("ERR Command not allowed inside a transaction");
        _reader.Run("EXEC").IsError("EXECABORT");
    }

    [Fact]
    public void Publish_InsideMulti_IsSentByExec()
    {
        _reader.RunAll("SUBSCRIBE", "a");
        _engine.Run("MULTI").IsOk();
        _engine.Run("PUBLISH", "a", "1").Is("QUEUED");
        _engine.Run("PUBLISH", "a", "2").Is("QUEUED");
        Assert.Empty(_reader.TakeMessages());
        _engine.Run("EXEC").IsArray(1L, 1L);
        Assert.Equal([Row("message", "a", "1"), Row("message", "a", "2")], _reader.TakeMessages());
    }

    [Fact]
    public void ClientList_Subscribed_ShowsCountsAndFlag()
    {
        _reader.RunAll("SUBSCRIBE", "a", "b");
        _reader.RunAll("PSUBSCRIBE", "c");
        _reader.RunAll("SSUBSCRIBE", "d", "e", "f");
        string subscribed = Assert.IsType<string>(_engine.Run("CLIENT", "LIST", "TYPE", "pubsub").Value);
        Assert.Single(subscribed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(" flags=P db=0 sub=2 psub=1 ssub=3 ", subscribed, StringComparison.Ordinal);
        string normal = Assert.IsType<string>(_engine.Run("CLIENT", "LIST", "TYPE", "normal").Value);
        Assert.Contains($"id={_engine.Client.Session.Id} ", normal, StringComparison.Ordinal);
        Assert.DoesNotContain($"id={_reader.Session.Id} ", normal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUBSCRIBE")]
    [InlineData("PSUBSCRIBE")]
    [InlineData("SSUBSCRIBE")]
    [InlineData("PUBLISH", "a")]
    [InlineData("PUBLISH", "a", "b", "c")]
    [InlineData("PUBSUB")]
    [InlineData("PUBSUB", "NUMPAT", "x")]
    public void WrongArity_IsAnError(params string[] line) =>
        _engine.Run(line).IsError("ERR wrong number of arguments for '");

    private static object?[] Row(params object?[] items) => items;
}
