using System.Net;
using WebKv.Server.Info;

namespace WebKv.Server.Hosting;

/// <summary>
/// What would otherwise be paid by the first clients. One request to the server's own door builds the route table;
/// then everything the start has allocated is moved to the oldest generation, where it stays as long as the process:
/// left in the young ones, it is copied in pauses of 10 to 25 ms in the middle of the first load.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(DoorAddresses doors, GcPauses pauses)
    {
        if ((doors.Http ?? doors.Grpc) is { } door)
            await AskAsync(door, doors.Http is null ? HttpVersion.Version20 : HttpVersion.Version11);
        for (int generation = 0; generation < GC.MaxGeneration; generation++)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        pauses.Reset();
    }

    // The answer does not matter: without one the first client waits a little longer.
    private static async Task AskAsync(IPEndPoint door, Version version)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = RequestTimeout };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Reachable(door)}/healthz/live")
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
        }
    }

    private static IPEndPoint Reachable(IPEndPoint door) => door.Address switch
    {
        var any when any.Equals(IPAddress.Any) => new IPEndPoint(IPAddress.Loopback, door.Port),
        var any when any.Equals(IPAddress.IPv6Any) => new IPEndPoint(IPAddress.IPv6Loopback, door.Port),
        _ => door,
    };
}
