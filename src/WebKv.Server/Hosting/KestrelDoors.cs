using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WebKv.Server.Hosting;

/// <summary>
/// The two listeners of Kestrel: HTTP/1.1 for REST, and HTTP/2 without TLS (h2c) for gRPC, which needs a port of its
/// own because without TLS there is no ALPN to choose by.
/// </summary>
internal static class KestrelDoors
{
    private const int RequestLineBytesMax = 32 * 1024;
    private const int StreamsPerConnectionMax = 1000;

    public static void AddKestrelDoors(this WebApplicationBuilder builder, WebKvOptions options)
    {
        if (!options.Http.IsOpen && !options.Grpc.IsOpen)
        {
            builder.Services.RemoveAll<IServer>();
            builder.Services.AddSingleton<IServer, NoServer>();
            return;
        }
        var opened = new OpenedListeners();
        builder.Services.AddSingleton(opened);
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, opened));
    }

    /// <summary>Reads the bound end points; call it when the server has started.</summary>
    public static void PublishAddresses(IServiceProvider services)
    {
        if (services.GetService<OpenedListeners>() is not { } opened)
            return;
        DoorAddresses doors = services.GetRequiredService<DoorAddresses>();
        doors.Http = opened.Http?.IPEndPoint;
        doors.Grpc = opened.Grpc?.IPEndPoint;
    }

    private static void Configure(KestrelServerOptions kestrel, WebKvOptions options, OpenedListeners opened)
    {
        IPAddress address = IPAddress.Parse(options.Bind);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = RequestLineBytesMax;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnectionMax;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        if (options.Http.IsOpen)
            kestrel.Listen(address, options.Http.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                opened.Http = listen;
            });
        if (options.Grpc.IsOpen)
            kestrel.Listen(address, options.Grpc.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                opened.Grpc = listen;
            });
    }

    private sealed class OpenedListeners
    {
        public ListenOptions? Http { get; set; }

        public ListenOptions? Grpc { get; set; }
    }
}
