using System.Net;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Memory;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;
using WebKv.V1;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>
/// A server that gets batches of nearly valid requests. After each it must take new clients through all doors, have
/// logged no fault, and hold no more than before the first.
/// </summary>
public sealed class FuzzedServer : IAsyncLifetime
{
    private readonly OpenConnections _connections = new();
    private readonly KvServer _server = new();
    private readonly KvEngine _engine;
    private readonly ClientRegistry _clients;
    private Holdings _baseline;

    public FuzzedServer()
    {
        _engine = _server.Services.GetRequiredService<KvEngine>();
        _clients = _server.Services.GetRequiredService<ClientRegistry>();
    }

    public KvServer Server => _server;

    public async ValueTask InitializeAsync()
    {
        await ServesAllDoorsAsync();
        Assert.True(_connections.To(_server.Http.Port).Ever > 0 && _connections.To(_server.Grpc.Port).Ever > 0);
        await AllHaveLeftAsync();
        _baseline = Held;
    }

    /// <summary>Runs batches for a while, each from a seed of its own, which a failure names.</summary>
    public async Task SurvivesAsync(Func<Random, Task> batch)
    {
        int known = _server.Errors.Count;
        foreach (int seed in FuzzSeeds.ForAWhile())
        {
            try
            {
                await batch(new Random(seed));
                // What a client that left has begun may still run, and write: what it wrote goes when it has ended.
                await AllHaveLeftAsync();
                await ServesAllDoorsAsync();
                await Eventually.HoldsAsync(() => Held == _baseline);
                string faults = string.Join(Environment.NewLine, _server.Errors.Skip(known));
                Assert.True(faults.Length == 0, faults);
            }
            catch (Exception e)
            {
                Assert.Fail($"{FuzzSeeds.Variable}={seed} fails; held: {Held}, before: {_baseline}\n{e}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await _server.DisposeAsync();
    }

    private Holdings Held => new(
        Blob.AllocatedBytes,
        _engine.UsedBytes,
        _clients.Count,
        _connections.To(_server.Http.Port).Open + _connections.To(_server.Grpc.Port).Open,
        _engine.Waits.Count,
        _engine.Shards.Count(shard => shard.Watches is not null || !shard.WaitLines.IsEmpty));

    private Task AllHaveLeftAsync() => Eventually.HoldsAsync(() => Held is { Clients: 0, Connections: 0 });

    // New connections each time: what the batch did to its own is not the question.
    private async Task ServesAllDoorsAsync()
    {
        using (RespClient resp = _server.ConnectResp())
        {
            Assert.Equal("PONG", resp.Call("PING"));
            Assert.Equal("OK", resp.Call("FLUSHALL"));
        }
        using (var rest = new HttpClient())
        {
            using HttpResponseMessage ready = await rest.GetAsync(new Uri(_server.HttpUri, "/healthz/ready"));
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }
        using var channel = GrpcChannel.ForAddress(_server.GrpcUri);
        GetStringResponse nothing = await new StringService.StringServiceClient(channel).GetStringAsync(new());
        Assert.False(nothing.HasValue);
    }

    /// <summary>What clients can make the server hold.</summary>
    private readonly record struct Holdings(
        long BlobBytes, long UsedBytes, int Clients, long Connections, int Waits, int ObservedShards);
}
