namespace WebKv.Server.Grpc;

/// <summary>Registers the gRPC door and maps its services.</summary>
internal static class GrpcHosting
{
    public static IServiceCollection AddGrpcDoor(this IServiceCollection services) => services;

    public static WebApplication MapGrpcDoor(this WebApplication app) => app;
}
