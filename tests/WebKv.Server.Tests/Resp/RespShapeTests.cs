namespace WebKv.Server.Tests.Resp;

/// <summary>The bytes on the wire in both protocols.</summary>
public sealed class RespShapeTests(RespFixture fixture) : IClassFixture<RespFixture>
{
    [Fact]
    public void Replies_Resp2_HaveItsShapes() => Assert.Equal(
        "+PONG\r\n+OK\r\n$1\r\nv\r\n$-1\r\n:1\r\n-ERR unknown command 'BOGUS', with args beginning with: 'a' 'b' \r\n"
        + "*2\r\n$9\r\nmaxmemory\r\n$1\r\n0\r\n$5\r\na\0\r\nb\r\n+OK\r\n",
        fixture.Server.Converse(
            "PING\r\nSET shape v\r\nGET shape\r\nGET nothing\r\nDEL shape\r\nBOGUS a b\r\nCONFIG GET maxmemory\r\n"
            + "*2\r\n$4\r\nECHO\r\n$5\r\na\0\r\nb\r\nQUIT\r\n"));

    [Fact]
    public void Replies_Resp3_HaveItsShapes()
    {
        string text = fixture.Server.Converse(
            "HELLO 3\r\nGET nothing\r\nCONFIG GET maxmemory\r\nCOMMAND INFO nosuch\r\nRESET\r\nGET nothing\r\n"
            + "QUIT\r\n");
        Assert.StartsWith(
            "%7\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.4\r\n$5\r\nproto\r\n:3\r\n", text);
        Assert.EndsWith("_\r\n%1\r\n$9\r\nmaxmemory\r\n$1\r\n0\r\n*1\r\n_\r\n+RESET\r\n$-1\r\n+OK\r\n", text);
    }

    [Fact]
    public void Hello_BackToResp2_IsAnsweredInResp2() =>
        Assert.Contains(
            "*1\r\n_\r\n*14\r\n",
            fixture.Server.Converse("HELLO 3\r\nCOMMAND INFO nosuch\r\nHELLO 2\r\nQUIT\r\n"));

    [Fact]
    public void Info_Resp3_IsVerbatimText() =>
        Assert.Contains(
            "=34\r\ntxt:# Cluster\r\ncluster_enabled:0\r\n\r\n",
            fixture.Server.Converse("HELLO 3\r\nINFO cluster\r\nQUIT\r\n"));

    [Fact]
    public void Values_AroundTheBlobLimits_RoundTrip()
    {
        using var client = fixture.Server.ConnectResp();
        foreach (int length in new[] { 0, 1, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 1_000_000 })
        {
            string value = new((char)('a' + length % 26), length);
            Assert.Equal("OK", client.Call("SET", "limits", value));
            Assert.Equal(value, client.Call("GET", "limits"));
        }
    }

    [Fact]
    public async Task Pipeline_TenThousandMixedSizes_IsAnsweredInOrder()
    {
        using var client = fixture.Server.ConnectResp();
        const int Commands = 10_000;
        // Sent from another thread: a client that only writes would wait for the server, which waits for it to read.
        var sending = Task.Run(() =>
        {
            for (int i = 0; i < Commands; i++)
                client.Send($"*2\r\n$4\r\nECHO\r\n${Size(i)}\r\n{new string('x', Size(i))}\r\n");
        }, TestContext.Current.CancellationToken);
        for (int i = 0; i < Commands; i++)
            Assert.Equal(Size(i), Assert.IsType<string>(client.ReadReply()).Length);
        await sending.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        static int Size(int i) => i % 500 == 0 ? 100_000 : i % 37;
    }

    [Fact]
    public void Pipeline_InOneSend_IsAnsweredInOrder()
    {
        string requests = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"ECHO {i}\r\n")) + "QUIT\r\n";
        string replies = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"${$"{i}".Length}\r\n{i}\r\n"));
        Assert.Equal(replies + "+OK\r\n", fixture.Server.Converse(requests));
    }

    [Theory]
    [InlineData("*1\r\n$x\r\nPING\r\n", "-ERR Protocol error: invalid bulk length\r\n")]
    [InlineData("PING\r\n*1\r\nPING\r\nPING\r\n", "+PONG\r\n-ERR Protocol error: expected '$', got 'P'\r\n")]
    [InlineData("SET 'a\r\nPING\r\n", "-ERR Protocol error: unbalanced quotes in request\r\n")]
    public void ProtocolError_IsAnsweredAndTheConnectionCloses(string requests, string replies) =>
        Assert.Equal(replies, fixture.Server.Converse(requests));

    [Fact]
    public void Request_OneByteAtATime_IsAnswered()
    {
        using var client = fixture.Server.ConnectResp();
        foreach (char c in "*3\r\n$3\r\nSET\r\n$3\r\none\r\n$2\r\n\r\n\r\n*2\r\n$3\r\nGET\r\n$3\r\none\r\n")
            client.Send($"{c}");
        Assert.Equal("OK", client.ReadReply());
        Assert.Equal("\r\n", client.ReadReply());
    }
}
