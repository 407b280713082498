using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections;
using WebKv.Server.Grpc;
using WebKv.Server.Info;
using WebKv.Server.Resp;
using WebKv.Server.Rest;

namespace WebKv.Server.Hosting;

/// <summary>
/// Builds and runs the server. What goes wrong at the start is told in one clear line each, with exit code 1.
/// </summary>
internal static class ServerHost
{
    public static string Version { get; } =
        typeof(ServerHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    // A request that has begun may end; one whose client has stalled is cut off before a service manager loses
    // patience.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        SocketThreads.CompleteInline();
        try
        {
            await using WebApplication app = Build(args);
            await app.StartAsync();
            await AnnounceAsync(app.Services);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (SettingsException e)
        {
            return Fail(e.Message);
        }
        catch (Exception e) when (FindBindFault(e) is { } fault)
        {
            return Fail(fault);
        }
    }

    private static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = ContentRoot(),
        });
        WebKvOptions options = OptionsReader.Read(builder.Configuration);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddEngine(options);
        builder.AddKestrelDoors(options);
        if (options.Resp.IsOpen)
            builder.Services.AddRespDoor();
        builder.Services.AddRestDoor();
        builder.Services.AddGrpcDoor();

        WebApplication app = builder.Build();
        app.UseRestDoor();
        app.MapGrpcDoor();
        return app;
    }

    // The settings file of the current directory wins; a binary that is started elsewhere uses the copy beside it.
    private static string ContentRoot() =>
        File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    private static async Task AnnounceAsync(IServiceProvider services)
    {
        DoorAddresses doors = services.GetRequiredService<DoorAddresses>();
        await WarmUp.RunAsync(doors, services.GetRequiredService<GcPauses>());
        Console.WriteLine(Banner.Text(doors, Version));
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"WebKv cannot start: {message}");
        return 1;
    }

    private static string? FindBindFault(Exception exception) => exception switch
    {
        SocketException
        {
            SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied
                or SocketError.AddressNotAvailable
        } fault => fault.Message,
        IOException { InnerException: AddressInUseException } fault => fault.Message,
        _ => exception.InnerException is { } inner ? FindBindFault(inner) : null,
    };
}
