using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Sessions;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Resp;

/// <summary>How connections begin, behave and end.</summary>
public sealed class RespConnectionTests
{
    [Fact]
    public async Task HalfClose_AfterRequests_StillGetsTheReplies()
    {
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        client.Send("SET k v\r\nGET k\r\n*1\r\n$4\r\nPI");
        client.CloseSending();
        Assert.Equal("+OK\r\n$1\r\nv\r\n", client.ReadToEnd());
    }

    [Fact]
    public async Task SlowReader_StopsBeingServed_UntilItReads()
    {
        const int Requests = 5000;
        const int ValueBytes = 50_000;
        // 20 MB, for the socket buffers of both sides and the server's 256 KiB. One receive brings 585 requests.
        const int ServedMax = 400;
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        using RespClient other = server.ConnectResp();
        client.Call("SET", "k", new string('v', ValueBytes));
        ClientSession session = Session(server, (long)client.Call("CLIENT", "ID")!);
        long before = session.CommandCount;

        client.Send(string.Concat(Enumerable.Repeat("GET k\r\n", Requests)));
        for (int i = 0; i < 3000; i++)
            Assert.Equal("PONG", other.Call("PING"));
        Assert.InRange(session.CommandCount - before, 1, ServedMax);
        for (int i = 0; i < Requests; i++)
            Assert.Equal(ValueBytes, Assert.IsType<string>(client.ReadReply()).Length);
    }

    [Fact]
    public async Task Connections_AboveTheLimit_AreRefusedUntilOneLeaves()
    {
        await using var server = new KvServer(("WebKv:Limits:Connections", "2"));
        using RespClient first = server.ConnectResp();
        RespClient second = server.ConnectResp();
        Assert.Equal("PONG", first.Call("PING"));
        Assert.Equal("PONG", second.Call("PING"));
        using (RespClient third = server.ConnectResp())
            Assert.Equal("-ERR max number of clients reached\r\n", third.ReadToEnd());
        Assert.Contains("rejected_connections:1\r\n", (string)first.Call("INFO", "stats")!);
        second.Call("QUIT");
        second.Dispose();
        await Eventually.HoldsAsync(() => server.Services.GetRequiredService<ClientRegistry>().Count == 1);
        using RespClient fourth = server.ConnectResp();
        Assert.Equal("PONG", fourth.Call("PING"));
    }

    [Fact]
    public async Task Kill_Another_EndsItAtOnce()
    {
        await using var server = new KvServer();
        using RespClient killer = server.ConnectResp();
        using RespClient victim = server.ConnectResp();
        object? id = victim.Call("CLIENT", "ID");
        Assert.Equal(1L, killer.Call("CLIENT", "KILL", "ID", $"{id}"));
        Assert.DoesNotContain($"id={id} ", (string)killer.Call("CLIENT", "LIST")!);
        Assert.ThrowsAny<IOException>(() => victim.Call("PING"));
    }

    [Fact]
    public async Task Kill_Oneself_IsAnsweredFirst()
    {
        await using var server = new KvServer();
        Assert.Equal("+PONG\r\n:1\r\n", server.Converse("PING\r\nCLIENT KILL TYPE normal SKIPME no\r\nPING\r\n"));
    }

    [Fact]
    public async Task Reply_OffAndSkip_SilenceOnlyWhatTheyShould()
    {
        await using var server = new KvServer();
        Assert.Equal(
            "$1\r\n1\r\n$1\r\n3\r\n+OK\r\n$1\r\n6\r\n+OK\r\n",
            server.Converse(
                "ECHO 1\r\nCLIENT REPLY SKIP\r\nECHO 2\r\nECHO 3\r\nCLIENT REPLY OFF\r\nECHO 4\r\nBOGUS\r\n"
                + "CLIENT REPLY SKIP\r\nECHO 5\r\nCLIENT REPLY ON\r\nECHO 6\r\nQUIT\r\n"));
    }

    [Fact]
    public async Task Sleep_DelaysItsConnectionOnly()
    {
        await using var server = new KvServer(("WebKv:Debug:Enabled", "true"));
        using RespClient sleeper = server.ConnectResp();
        using RespClient other = server.ConnectResp();
        long start = Stopwatch.GetTimestamp();
        sleeper.Send("DEBUG SLEEP 0.3\r\nPING\r\n");
        Assert.Equal("PONG", other.Call("PING"));
        Assert.Equal("OK", sleeper.ReadReply());
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290));
        Assert.Equal("PONG", sleeper.ReadReply());
    }

    [Fact]
    public async Task Shutdown_WithSleepingAndIdleClients_DoesNotWaitForThem()
    {
        long start;
        RespClient idle;
        RespClient sleeper;
        await using (var server = new KvServer(("WebKv:Debug:Enabled", "true")))
        {
            idle = server.ConnectResp();
            sleeper = server.ConnectResp();
            Assert.Equal("PONG", idle.Call("PING"));
            Assert.Equal("PONG", sleeper.Call("PING"));
            sleeper.Send("DEBUG SLEEP 60\r\n");
            Assert.Equal("PONG", idle.Call("PING"));
            start = Stopwatch.GetTimestamp();
        }
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
        Assert.Throws<EndOfStreamException>(idle.ReadReply);
        idle.Dispose();
        sleeper.Dispose();
    }

    private static ClientSession Session(KvServer server, long id) =>
        server.Services.GetRequiredService<ClientRegistry>().All.Single(session => session.Id == id);
}
