namespace WebKv.Server.Hosting;

/// <summary>One door.</summary>
public sealed class DoorOptions
{
    /// <summary>TCP port; 0 takes a free one and prints it, -1 closes the door.</summary>
    public int Port { get; init; }

    public bool IsOpen => Port >= 0;
}
