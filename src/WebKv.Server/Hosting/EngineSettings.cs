using WebKv.Engine;

namespace WebKv.Server.Hosting;

public sealed class EngineSettings
{
    /// <summary>Shards, a power of two up to 1024; 0 chooses by cores.</summary>
    public int Shards { get; init; }

    /// <summary>Logical databases, 1 to 256.</summary>
    public int Databases { get; init; } = 16;

    /// <summary>Up to which size collections are packed.</summary>
    public PackingLimits Packing { get; init; } = new();
}
