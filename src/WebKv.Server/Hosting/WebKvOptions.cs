namespace WebKv.Server.Hosting;

/// <summary>
/// All settings of the server: section WebKv of appsettings.json, environment (WebKv__Http__Port) or command line
/// (--WebKv:Http:Port=..). README.md has the table; <see cref="WebKvOptionsValidator"/> the rules.
/// </summary>
public sealed class WebKvOptions
{
    public const string Section = "WebKv";

    /// <summary>IP address that all doors bind to.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Directory of all files.</summary>
    public string DataDirectory { get; init; } = "./data";

    public DoorOptions Http { get; init; } = new() { Port = 5080 };

    public DoorOptions Grpc { get; init; } = new() { Port = 5081 };

    public DoorOptions Resp { get; init; } = new() { Port = 6379 };

    public AuthOptions Auth { get; init; } = new();

    public MemoryOptions Memory { get; init; } = new();

    public EngineSettings Engine { get; init; } = new();

    public LimitOptions Limits { get; init; } = new();

    /// <summary>Keyspace events told from the start, in the letters of notify-keyspace-events; empty for none.
    /// </summary>
    public string Notifications { get; init; } = "";

    public DebugOptions Debug { get; init; } = new();
}
