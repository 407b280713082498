using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Resp;

/// <summary>RESP clients that wait: their order, what ends the wait, and what is left of it.</summary>
[Collection(nameof(RunsAlone))]
public sealed class RespWaitTests : IAsyncLifetime
{
    private const int WaiterBytesMax = 4 * 1024;

    private readonly KvServer _server = new(("WebKv:Limits:Connections", "20000"));
    private readonly List<RespClient> _clients = [];

    private KvEngine Engine => _server.Services.GetRequiredService<KvEngine>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (RespClient client in _clients)
            client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Clients_AreServedInTheOrderInWhichTheyCame()
    {
        RespClient[] waiting = await WaitAsync(5, "BLPOP", "k", "0");
        RespClient giver = Connect();
        Assert.Equal(5L, giver.Call("RPUSH", "k", "0", "1", "2", "3", "4"));
        for (int i = 0; i < waiting.Length; i++)
            Assert.Equal(new object[] { "k", $"{i}" }, waiting[i].ReadReply());
        Assert.Equal(0L, giver.Call("EXISTS", "k"));
    }

    [Fact]
    public async Task PipelinedCommands_FollowTheWait()
    {
        RespClient client = Connect();
        client.Send("BLPOP k 0\r\nLPUSH other x\r\nLLEN other\r\n");
        await CountAsync(1);
        RespClient giver = Connect();
        Assert.Equal(0L, giver.Call("EXISTS", "other"));
        Assert.Equal(1L, giver.Call("RPUSH", "k", "v"));
        Assert.Equal(new object[] { "k", "v" }, client.ReadReply());
        Assert.Equal(1L, client.ReadReply());
        Assert.Equal(1L, client.ReadReply());
    }

    // The receive that watched over one wait completes in another, and must not be taken for the end of the client.
    [Fact]
    public void WaitsInARow_KeepTheConnection()
    {
        RespClient client = Connect();
        for (int i = 0; i < 20; i++)
        {
            Assert.Null(client.Call("BLPOP", "k", "0.001"));
            Assert.Equal("PONG", client.Call("PING"));
        }
    }

    [Theory]
    [InlineData("TIMEOUT")]
    [InlineData("ERROR")]
    public async Task ClientUnblock_EndsTheWait(string how)
    {
        RespClient client = Connect();
        object? id = client.Call("CLIENT", "ID");
        RespClient other = Connect();
        Assert.Equal(0L, other.Call("CLIENT", "UNBLOCK", $"{id}", how));
        client.Begin("XREAD", "BLOCK", "0", "STREAMS", "k", "$");
        await CountAsync(1);
        Assert.Equal(1L, other.Call("CLIENT", "UNBLOCK", $"{id}", how));
        Assert.Equal(
            how == "TIMEOUT" ? null : new RespError("UNBLOCKED client unblocked via CLIENT UNBLOCK"),
            client.ReadReply());
        Assert.Equal("PONG", client.Call("PING"));
        AssertNothingWaits();
    }

    [Theory]
    [InlineData("BLPOP", "a", "b", "k", "0")]
    [InlineData("BLMOVE", "k", "d", "LEFT", "LEFT", "0")]
    [InlineData("BZPOPMIN", "a", "k", "0")]
    [InlineData("XREAD", "BLOCK", "0", "STREAMS", "k", "$")]
    public async Task ClientsThatAreKilled_LeaveNothing(params string[] line)
    {
        RespClient[] waiting = await WaitAsync(20, line);
        for (int i = 0; i < waiting.Length; i++)
        {
            if (i % 2 == 0)
                waiting[i].Kill();
            else
                waiting[i].Dispose();
        }
        await CountAsync(0);
        AssertNothingWaits();
        RespClient giver = Connect();
        Assert.Equal(1L, giver.Call("RPUSH", "k", "v"));
        Assert.Equal(1L, giver.Call("LLEN", "k"));
        await Eventually.HoldsAsync(() => _server.Services.GetRequiredService<ClientRegistry>().Count == 1);
    }

    [Fact]
    public async Task ClientKill_EndsTheWait()
    {
        RespClient client = Connect();
        object? id = client.Call("CLIENT", "ID");
        client.Begin("BLPOP", "k", "0");
        await CountAsync(1);
        Assert.Equal(1L, Connect().Call("CLIENT", "KILL", "ID", $"{id}"));
        await CountAsync(0);
        AssertNothingWaits();
    }

    // Each gets its element, in order, and the memory of one is known. Both ends of a connection take a descriptor of
    // this process, which often may have 20,000.
    [Fact]
    public async Task ManyClients_WaitAndAreServed()
    {
        int count = LongTests.AreOn ? 9_500 : 200;
        RespClient giver = Connect();
        RespClient[] clients = [.. Enumerable.Range(0, count).Select(_ => Connect())];
        foreach (RespClient client in clients)
            client.Call("PING");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < count; i++)
        {
            clients[i].Begin("BLPOP", "k", "600");
            // One at a time, so that their order is known.
            await CountAsync(i + 1);
        }
        long bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} clients wait, {bytes} bytes for each");
        // Of few, what the runtime does besides is more than their own.
        if (LongTests.AreOn)
            Assert.InRange(bytes, 1, WaiterBytesMax);
        for (int i = 0; i < count; i++)
            giver.Call("RPUSH", "k", $"{i}");
        for (int i = 0; i < count; i++)
            Assert.Equal(new object[] { "k", $"{i}" }, clients[i].ReadReply());
        AssertNothingWaits();
    }

    private RespClient Connect()
    {
        RespClient client = _server.ConnectResp();
        _clients.Add(client);
        return client;
    }

    private async Task<RespClient[]> WaitAsync(int count, params string[] line)
    {
        var clients = new RespClient[count];
        for (int i = 0; i < count; i++)
        {
            clients[i] = Connect();
            clients[i].Begin(line);
            await CountAsync(i + 1);
        }
        return clients;
    }

    private Task CountAsync(int waiting) => Engine.Waits.Count == waiting
        ? Task.CompletedTask
        : Eventually.HoldsAsync(() => Engine.Waits.Count == waiting);

    private void AssertNothingWaits()
    {
        Assert.Equal(0, Engine.Waits.Count);
        Assert.All(Engine.Shards, shard => Assert.True(shard.WaitLines.IsEmpty));
    }
}
