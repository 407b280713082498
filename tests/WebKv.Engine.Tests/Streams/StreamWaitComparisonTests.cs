using WebKv.Engine.Tests.Blocking;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Streams;

/// <summary>Waiting reads of streams on a real Redis and on an engine.</summary>
public sealed class StreamWaitComparisonTests
{
    private static readonly string[] Setup =
    [
        "XADD s 1-1 f v", "XGROUP CREATE s g $", "XGROUP CREATE empty g $ MKSTREAM", "SET string v",
    ];

    [Theory]
    [InlineData("XREAD BLOCK 0 STREAMS s $", "XADD s 2-1 f v")]
    [InlineData("XREAD BLOCK 0 STREAMS s s $ 3-1", "XADD s 2-1 f v", "XADD s 4-1 f v")]
    [InlineData("XREAD BLOCK 0 COUNT 1 STREAMS new s $ $", "XADD s 2-1 f v")]
    [InlineData("XREAD BLOCK 0 STREAMS empty $", "XDEL s 1-1", "RENAME string other", "XADD empty 5 f v")]
    [InlineData("XREADGROUP GROUP g c BLOCK 0 STREAMS s >", "XADD s 2-1 f v")]
    [InlineData("XREADGROUP GROUP g c BLOCK 0 NOACK STREAMS empty s > >", "XADD s 2-1 f v", "XADD empty 1-1 f v")]
    public async Task WaitingRead_GivesTheReplyOfRedis(string read, params string[] changes)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using RespClient waiting = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        foreach (string line in Setup)
            comparison.Compare(line.Split(' '));
        waiting.Begin(read.Split(' '));
        AwaitBlocked(peer);
        using var own = new WaitingLine(engine, read.Split(' '));
        foreach (string line in changes)
            comparison.Compare(line.Split(' '));
        comparison.Compare("XPENDING", "s", "g");
        comparison.AssertNone();
        Assert.Equal(waiting.ReadReply(), await own.AnswerAsync());
    }

    [Theory]
    [InlineData("XREAD BLOCK 1 STREAMS s $")]
    [InlineData("XREAD BLOCK 1 STREAMS string $")]
    [InlineData("XREAD BLOCK -1 STREAMS s $")]
    [InlineData("XREAD BLOCK x STREAMS s $")]
    [InlineData("XREAD BLOCK 1.5 STREAMS s $")]
    [InlineData("XREAD BLOCK 1 STREAMS s >")]
    [InlineData("XREADGROUP GROUP g c BLOCK 1 STREAMS s >")]
    [InlineData("XREADGROUP GROUP g c BLOCK 1 STREAMS s $")]
    [InlineData("XREADGROUP GROUP g c BLOCK 1 STREAMS s 0")]
    [InlineData("XREADGROUP GROUP none c BLOCK 1 STREAMS s >")]
    [InlineData("XREADGROUP GROUP g c BLOCK -5 STREAMS s >")]
    public async Task ReadThatGetsNothing_GivesTheReplyOfRedis(string read)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        foreach (string line in Setup)
            comparison.Compare(line.Split(' '));
        using var own = new WaitingLine(engine, read.Split(' '));
        engine.Advance(1);
        comparison.AssertNone();
        object? answer = await own.AnswerAsync();
        Assert.Equal(
            peer.Call(read.Split(' ')),
            answer is WebKv.Engine.Errors.Error error ? new RespError(error.Text) : answer);
    }

    private static void AwaitBlocked(RespClient peer)
    {
        var poll = new SpinWait();
        while (!((string)peer.Call("INFO", "clients")!).Contains("blocked_clients:1", StringComparison.Ordinal))
            poll.SpinOnce();
    }
}
