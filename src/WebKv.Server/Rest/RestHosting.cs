namespace WebKv.Server.Rest;

/// <summary>Registers the REST door and maps its endpoints.</summary>
internal static class RestHosting
{
    public static IServiceCollection AddRestDoor(this IServiceCollection services) => services;

    public static WebApplication UseRestDoor(this WebApplication app) => app;
}
