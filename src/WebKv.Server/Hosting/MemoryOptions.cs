namespace WebKv.Server.Hosting;

public sealed class MemoryOptions
{
    /// <summary>Bytes of data at most; 0 for no limit.</summary>
    public long Max { get; init; }
}
