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

    public DebugOptions Debug { get; init; } = new();
}

/// <summary>One door.</summary>
public sealed class DoorOptions
{
    /// <summary>TCP port; 0 takes a free one and prints it, -1 closes the door.</summary>
    public int Port { get; init; }

    public bool IsOpen => Port >= 0;
}

public sealed class AuthOptions
{
    /// <summary>The password of the default user on all doors; empty for none.</summary>
    public string Password { get; init; } = "";
}

public sealed class MemoryOptions
{
    /// <summary>Bytes of data at most; 0 for no limit.</summary>
    public long Max { get; init; }
}

public sealed class EngineSettings
{
    /// <summary>Shards, a power of two up to 1024; 0 chooses by cores.</summary>
    public int Shards { get; init; }

    /// <summary>Logical databases, 1 to 256.</summary>
    public int Databases { get; init; } = 16;
}

/// <summary>What one client may ask for.</summary>
public sealed class LimitOptions
{
    /// <summary>RESP connections at once.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Bytes of one RESP request, all arguments together.</summary>
    public long RequestBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of a JSON body.</summary>
    public int JsonBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Commands in one REST pipeline or transaction.</summary>
    public int PipelineCommands { get; init; } = 10_000;

    /// <summary>Preconditions in one transaction.</summary>
    public int Preconditions { get; init; } = 128;
}

public sealed class DebugOptions
{
    /// <summary>Whether the DEBUG commands may be used.</summary>
    public bool Enabled { get; init; }
}
