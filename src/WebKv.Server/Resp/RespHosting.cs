namespace WebKv.Server.Resp;

/// <summary>Registers the RESP door.</summary>
internal static class RespHosting
{
    public static IServiceCollection AddRespDoor(this IServiceCollection services) =>
        services.AddHostedService<RespListener>();
}
