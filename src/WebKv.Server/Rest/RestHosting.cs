using FluentValidation;
using WebKv.Engine.Execution;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Strings;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest;

/// <summary>Registers the REST door and maps its endpoints.</summary>
internal static class RestHosting
{
    public static IServiceCollection AddRestDoor(this IServiceCollection services)
    {
        services.AddValidatorsFromAssemblyContaining<RestMiddleware>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = RestJsonContext.Default.Options.UnmappedMemberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, RestJsonContext.Default);
        });
        // A body that cannot be bound becomes an exception, which RestMiddleware turns into a problem.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static WebApplication UseRestDoor(this WebApplication app)
    {
        app.UseMiddleware<RestMiddleware>();
        var engine = app.Services.GetRequiredService<KvEngine>();
        var options = app.Services.GetRequiredService<WebKvOptions>();
        RouteGroupBuilder v1 = app.MapGroup("/v1")
            .WithMetadata(new NeedsCredentials(), new BodyLimit(options.Limits.JsonBodyBytes))
            .AddEndpointFilterFactory(ValidationFilter.Create);
        new StringEndpoints(engine, options.Limits.JsonBodyBytes).Map(v1);
        return app;
    }
}
