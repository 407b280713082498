using System.Net;

namespace WebKv.Server.Hosting;

/// <summary>Where the doors really listen, known once they do; null for a door that is closed.</summary>
public sealed class DoorAddresses
{
    public IPEndPoint? Http { get; internal set; }

    public IPEndPoint? Grpc { get; internal set; }

    public IPEndPoint? Resp { get; internal set; }
}
