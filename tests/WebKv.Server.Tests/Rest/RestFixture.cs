using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Rest;

/// <summary>One server for the tests of a class; they keep apart by their keys.</summary>
public sealed class RestFixture : IAsyncDisposable
{
    private readonly KvServer _server = new();

    public RestFixture() => Client = new RestClient(_server.HttpUri);

    public RestClient Client { get; }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
