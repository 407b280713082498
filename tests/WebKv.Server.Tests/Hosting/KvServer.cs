using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebKv.Server.Hosting;
using WebKv.Server.Tests.Doors;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Hosting;

/// <summary>
/// The whole server in this process, on real Kestrel and real sockets, each door on a free port of loopback. It fails
/// its tests when they end if it has logged an error.
/// </summary>
public sealed class KvServer : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly LogCollector _log = new();

    // Here clients and server share the sockets' threads, and a test that waits for a reply on one of them would wait
    // for ever; the server's own choice is tested in a process of its own.
    static KvServer() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "0");

    /// <param name="settings">Settings beyond the free ports, such as ("WebKv:Auth:Password", "secret").</param>
    public KvServer(params (string Name, string Value)[] settings)
    {
        _settings = new Dictionary<string, string>
        {
            ["WebKv:Http:Port"] = "0",
            ["WebKv:Grpc:Port"] = "0",
            ["WebKv:Resp:Port"] = "0",
        };
        foreach ((string name, string value) in settings)
            _settings[name] = value;
        UseKestrel();
        StartServer();
    }

    public IPEndPoint Http => Doors.Http!;

    public IPEndPoint Grpc => Doors.Grpc!;

    public IPEndPoint Resp => Doors.Resp!;

    public Uri HttpUri => new($"http://{Http}");

    public Uri GrpcUri => new($"http://{Grpc}");

    /// <summary>The endpoints that were reached so far.</summary>
    public OperationRecorder Operations { get; } = new();

    /// <summary>What it has logged as errors so far.</summary>
    public IReadOnlyCollection<string> Errors => _log.Errors;

    /// <summary>A new RESP connection.</summary>
    public RespClient ConnectResp() => new(Resp.Port);

    /// <summary>Sends raw requests that end with QUIT on a new RESP connection and returns the raw replies.</summary>
    public string Converse(string requests)
    {
        using RespClient client = ConnectResp();
        client.Send(requests);
        return client.ReadToEnd();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Empty(_log.Errors);
    }

    private DoorAddresses Doors => Services.GetRequiredService<DoorAddresses>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string name, string value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter>(Operations);
            services.AddSingleton<ILoggerProvider>(_log);
        });
    }
}
