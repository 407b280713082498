using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Memory;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Doors;

/// <summary>
/// A server that gets bad input: after each piece it must serve all doors and hold no more than before.
/// </summary>
public sealed class BadInputFixture : IAsyncLifetime
{
    private const int TimeoutMs = 30_000;

    private readonly DoorFixture _doors = new();
    private readonly List<Door> _clients = [];
    private KvEngine _engine = null!;
    private ClientRegistry _registry = null!;
    private (long Blobs, long Used, int Clients) _baseline;

    public KvServer Server => _doors.Server;

    public async ValueTask InitializeAsync()
    {
        _engine = Server.Services.GetRequiredService<KvEngine>();
        _registry = Server.Services.GetRequiredService<ClientRegistry>();
        _clients.AddRange(Door.Names.Select(name => _doors.Open(name)));
        await ServesAllDoorsAsync();
        _baseline = Held;
    }

    /// <summary>Everything that the server answers to raw bytes, until it closes.</summary>
    public static async Task<string> ConverseAsync(IPEndPoint door, string sent, bool isCutOff)
    {
        using var client = new TcpClient { ReceiveTimeout = TimeoutMs };
        await client.ConnectAsync(door, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), TestContext.Current.CancellationToken);
            if (isCutOff)
                client.Client.Shutdown(SocketShutdown.Send);
            using var deadline = new CancellationTokenSource(TimeoutMs);
            await stream.CopyToAsync(answer, deadline.Token);
        }
        catch (IOException)
        {
            // The server closed while bytes were under way to it; what it said before counts.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>All doors answer, and nothing is left of what came before.</summary>
    public async Task IsUnharmedAsync()
    {
        await ServesAllDoorsAsync();
        await Eventually.HoldsAsync(() => Held == _baseline);
    }

    public ValueTask DisposeAsync() => _doors.DisposeAsync();

    private (long Blobs, long Used, int Clients) Held => (Blob.AllocatedBytes, _engine.UsedBytes, _registry.Count);

    private async Task ServesAllDoorsAsync()
    {
        foreach (Door client in _clients)
        {
            Assert.True(await client.Strings.SetAsync("alive", client.Name));
            Assert.Equal(client.Name, await client.Strings.TakeAsync("alive"));
        }
    }
}
