namespace WebKv.Server.Hosting;

public sealed class DebugOptions
{
    /// <summary>Whether the DEBUG commands may be used.</summary>
    public bool Enabled { get; init; }
}
