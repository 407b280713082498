namespace WebKv.Server.Tests.Resp;

/// <summary>Scores and pairs on the wire in both protocols, and calls that wait.</summary>
public sealed class SortedSetShapeTests(RespFixture fixture) : IClassFixture<RespFixture>
{
    private const string Script =
        "DEL zs\r\nZADD zs 1 a 2.5 b 3 c 4 d\r\nZRANGE zs 0 1 WITHSCORES\r\nZSCORE zs b\r\nZRANK zs b WITHSCORE\r\n"
        + "ZRANK zs x WITHSCORE\r\nZMSCORE zs a x\r\nZPOPMIN zs\r\nZPOPMAX zs 1\r\nZMPOP 1 zs MIN\r\nZSCAN zs 0\r\n"
        + "GEOADD zg 13.361389 38.115556 p\r\nGEODIST zg p p\r\nGEOPOS zg x\r\nBZPOPMIN zs 1\r\nQUIT\r\n";

    [Fact]
    public void Replies_Resp2_AreFlatWithTexts() => Assert.EndsWith(
        ":4\r\n*4\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$3\r\n2.5\r\n$3\r\n2.5\r\n*2\r\n:1\r\n$3\r\n2.5\r\n*-1\r\n"
        + "*2\r\n$1\r\n1\r\n$-1\r\n*2\r\n$1\r\na\r\n$1\r\n1\r\n*2\r\n$1\r\nd\r\n$1\r\n4\r\n"
        + "*2\r\n$2\r\nzs\r\n*1\r\n*2\r\n$1\r\nb\r\n$3\r\n2.5\r\n*2\r\n$1\r\n0\r\n*2\r\n$1\r\nc\r\n$1\r\n3\r\n"
        + ":1\r\n$6\r\n0.0000\r\n*1\r\n*-1\r\n*3\r\n$2\r\nzs\r\n$1\r\nc\r\n$1\r\n3\r\n+OK\r\n",
        fixture.Server.Converse("DEL zg\r\n" + Script));

    [Fact]
    public void Replies_Resp3_AreNestedWithNumbers() => Assert.EndsWith(
        ":4\r\n*2\r\n*2\r\n$1\r\na\r\n,1\r\n*2\r\n$1\r\nb\r\n,2.5\r\n,2.5\r\n*2\r\n:1\r\n,2.5\r\n_\r\n"
        + "*2\r\n,1\r\n_\r\n*2\r\n$1\r\na\r\n,1\r\n*1\r\n*2\r\n$1\r\nd\r\n,4\r\n"
        + "*2\r\n$2\r\nzs\r\n*1\r\n*2\r\n$1\r\nb\r\n,2.5\r\n*2\r\n$1\r\n0\r\n*2\r\n$1\r\nc\r\n$1\r\n3\r\n"
        + ":1\r\n$6\r\n0.0000\r\n*1\r\n_\r\n*3\r\n$2\r\nzs\r\n$1\r\nc\r\n,3\r\n+OK\r\n",
        fixture.Server.Converse("HELLO 3\r\nDEL zg\r\n" + Script));

    [Fact]
    public async Task BZPopMax_WhileTheSetIsEmpty_IsServedByTheNextAdd()
    {
        using var waiting = fixture.Server.ConnectResp();
        using var adding = fixture.Server.ConnectResp();
        waiting.Send("BZPOPMAX wait:1 wait:2 0\r\n");
        var reply = Task.Run(waiting.ReadReply, TestContext.Current.CancellationToken);
        // Served whether it waits already or comes later.
        Assert.Equal(2L, adding.Call("ZADD", "wait:2", "1", "a", "2", "b"));
        Assert.Equal(new object?[] { "wait:2", "b", "2" }, await reply);
        Assert.Equal(1L, adding.Call("ZCARD", "wait:2"));
    }
}
