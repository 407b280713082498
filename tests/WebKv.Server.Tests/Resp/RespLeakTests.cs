using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Memory;
using WebKv.Server.Resp;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Resp;

/// <summary>Whatever clients are in the middle of when they die, nothing of it stays.</summary>
[Collection(nameof(RunsAlone))]
public sealed class RespLeakTests
{
    private const int Clients = 1000;
    private const int BigBytes = 100_000;

    private static readonly string HalfABlob = new('x', 50_000);

    // What each kind of client has sent when it is killed.
    private static readonly string[] Beginnings =
    [
        "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1000\r\nhalf",
        $"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$100000\r\n{HalfABlob}",
        string.Concat(Enumerable.Repeat("GET big\r\n", 100)),
        $"MULTI\r\nSET k v\r\n*3\r\n$3\r\nSET\r\n$1\r\nq\r\n$50000\r\n{HalfABlob}\r\n",
        "WATCH a b c big\r\nMULTI\r\n*2\r\n$3\r\nGE",
        "*1000000\r\n$1\r\na\r\n$1\r\nb\r\n",
        $"*3\r\n$5\r\nBLPOP\r\n$50000\r\n{HalfABlob}\r\n$1\r\n0\r\n",
        "SET 'unfinished inline",
    ];

    [Fact]
    public async Task Killed_InTheMiddleOfRequests_ClientsLeaveNothing()
    {
        await using var server = new KvServer();
        var registry = server.Services.GetRequiredService<ClientRegistry>();
        using RespClient observer = server.ConnectResp();
        observer.Call("SET", "big", new string('b', BigBytes));
        string[] baseline = Numbers(observer);

        var clients = new List<RespClient>();
        for (int i = 0; i < Clients; i++)
        {
            RespClient client = server.ConnectResp();
            client.Send(Beginnings[i % Beginnings.Length]);
            clients.Add(client);
        }
        // All have been served as far as they can be: the watchers watch, the queues hold blobs.
        int watchers = Clients / Beginnings.Length;
        await Eventually.HoldsAsync(() => registry.All.Count(c => c.Transaction.Watch is not null) >= watchers);
        await Eventually.HoldsAsync(() => registry.All.Count(c => c.Transaction.QueuedBytes > 0) >= watchers);
        Assert.NotEqual(baseline, Numbers(observer));
        await Eventually.HoldsAsync(() => server.Services.GetRequiredService<KvEngine>().Waits.Count >= watchers);
        Assert.False(NobodyWatches(server));

        for (int i = 0; i < Clients; i++)
        {
            if (i % 2 == 0)
                clients[i].Kill();
            else
                clients[i].Dispose();
        }
        await Eventually.HoldsAsync(() => Numbers(observer).SequenceEqual(baseline));
        Assert.True(NobodyWatches(server));
        Assert.Equal("PONG", observer.Call("PING"));
    }

    [Fact]
    public async Task Killed_ByTheServer_ClientsLeaveNothing()
    {
        await using var server = new KvServer();
        using RespClient observer = server.ConnectResp();
        observer.Call("SET", "big", new string('b', BigBytes));
        string[] baseline = Numbers(observer);
        RespClient[] clients = [.. Beginnings.Select(beginning =>
        {
            RespClient client = server.ConnectResp();
            client.Send(beginning);
            return client;
        })];
        await Eventually.HoldsAsync(() => ClientCount(observer) == 1 + clients.Length);
        Assert.Equal((long)clients.Length, observer.Call("CLIENT", "KILL", "TYPE", "normal"));
        await Eventually.HoldsAsync(() => Numbers(observer).SequenceEqual(baseline));
        Assert.True(NobodyWatches(server));
        foreach (RespClient client in clients)
            client.Dispose();
    }

    [Theory]
    [InlineData("20", true)]
    [InlineData("0.001", false)]
    public async Task Wait_ThatIsOver_LetsGoOfABigArgument(string timeout, bool isServed)
    {
        await using var server = new KvServer();
        using RespClient observer = server.ConnectResp();
        using RespClient client = server.ConnectResp();
        // The shard has its table: what is left to see is what the wait leaves.
        client.Call("RPUSH", "k", "v");
        client.Call("LPOP", "k");
        string[] baseline = Numbers(observer);
        client.Send($"*4\r\n$5\r\nBLPOP\r\n$50000\r\n{HalfABlob}\r\n$1\r\nk\r\n");
        client.Send($"${timeout.Length}\r\n{timeout}\r\n");
        if (isServed)
        {
            await Eventually.HoldsAsync(() => !NobodyWatches(server));
            observer.Call("RPUSH", "k", "v");
        }
        Assert.Equal(isServed, client.ReadReply() is object?[] and ["k", "v"]);
        await Eventually.HoldsAsync(() => Numbers(observer).SequenceEqual(baseline));
    }

    [Fact]
    public async Task Client_GoneBeforeItsWaitBegins_LeavesNothing()
    {
        const string Requests = "PING\r\nBLPOP k 0\r\n";
        await using var server = new KvServer();
        using var clock = new PushClock();
        using RespClient observer = server.ConnectResp();
        string[] baseline = Numbers(observer);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new RespClient(((IPEndPoint)listener.LocalEndpoint).Port);
        Socket socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        client.Send(Requests);
        // All of it is one batch, whose reply to PING goes out ahead of the wait, and cannot be sent.
        await Eventually.HoldsAsync(() => socket.Available == Requests.Length);
        socket.Shutdown(SocketShutdown.Send);
        var dispatcher = server.Services.GetRequiredService<CommandDispatcher>();
        var session = new ClientSession(1, "", "", 0) { IsAuthenticated = true };
        await new RespConnection(socket, dispatcher, session, clock, requestBytesMax: 1 << 20).RunAsync();
        Assert.True(NobodyWatches(server));
        Assert.Equal(baseline, Numbers(observer));
    }

    [Fact]
    public async Task Stopped_WithClientsInTheMiddle_ReleasesTheirBlobs()
    {
        long before = Blob.AllocatedBytes;
        RespClient[] clients;
        await using (var server = new KvServer())
        {
            clients = [.. Beginnings.Where(beginning => !beginning.Contains("big")).Select(beginning =>
            {
                RespClient client = server.ConnectResp();
                client.Send(beginning);
                return client;
            })];
            await Eventually.HoldsAsync(() => Blob.AllocatedBytes >= before + BigBytes + (2 * HalfABlob.Length));
        }
        await Eventually.HoldsAsync(() => Blob.AllocatedBytes == before);
        foreach (RespClient client in clients)
            client.Dispose();
    }

    // INFO counts the watches and waits of connections; this looks at the shards, where one could be left behind.
    private static bool NobodyWatches(KvServer server) => server.Services.GetRequiredService<KvEngine>().Shards
        .All(shard => shard.Watches is null && shard.WaitLines.IsEmpty);

    private static long ClientCount(RespClient observer) =>
        ((string)observer.Call("CLIENT", "LIST")!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    // What must be as before when the clients are gone.
    private static string[] Numbers(RespClient observer)
    {
        string[] names =
        [
            "connected_clients:", "blocked_clients:", "used_memory:", "used_memory_blobs:", "watching_clients:",
            "total_watched_keys:",
        ];
        var info = (string)observer.Call("INFO", "clients", "memory")!;
        return [.. info.Split("\r\n").Where(line => names.Any(line.StartsWith))];
    }
}
