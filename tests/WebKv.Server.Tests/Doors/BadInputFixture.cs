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
    private readonly DoorFixture _doors = new();
    private readonly List<Door> _clients = [];
    private KvEngine _engine = null!;
    private ClientRegistry _registry = null!;
    private (long Blobs, long Used, int Clients) _baseline;
    private int _errorsKnown;

    public KvServer Server => _doors.Server;

    public async ValueTask InitializeAsync()
    {
        _engine = Server.Services.GetRequiredService<KvEngine>();
        _registry = Server.Services.GetRequiredService<ClientRegistry>();
        _clients.AddRange(Door.Names.Select(name => _doors.Open(name)));
        await ServesAllDoorsAsync();
        _baseline = Held;
    }

    /// <summary>All doors answer, nothing is left of what came before, and it was no fault of the server.</summary>
    public async Task IsUnharmedAsync()
    {
        await ServesAllDoorsAsync();
        await Eventually.HoldsAsync(() => Held == _baseline);
        string[] fresh = [.. Server.Errors.Skip(_errorsKnown)];
        _errorsKnown += fresh.Length;
        Assert.True(fresh.Length == 0, string.Join(Environment.NewLine, fresh));
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
