using FluentValidation;
using WebKv.Engine.Commands;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Commands;
using WebKv.Server.Rest.Hashes;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Keys;
using WebKv.Server.Rest.Lists;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Rest.PubSub;
using WebKv.Server.Rest.Service;
using WebKv.Server.Rest.Sets;
using WebKv.Server.Rest.SortedSets;
using WebKv.Server.Rest.Streams;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest;

/// <summary>Registers the REST door and maps its endpoints.</summary>
internal static class RestHosting
{
    public static IServiceCollection AddRestDoor(this IServiceCollection services)
    {
        // Only this door's: those of gRPC are made by their own door, some with arguments.
        services.AddValidatorsFromAssemblyContaining<RestMiddleware>(
            ServiceLifetime.Singleton,
            filter: found => IsOwn(found.ValidatorType),
            includeInternalTypes: true);
        // What the OpenAPI document takes its schemas from.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = RestJsonContext.Default.Options.UnmappedMemberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, RestJsonContext.Default);
        });
        return services.AddOpenApiDocument();
    }

    private static bool IsOwn(Type validator) =>
        validator.Namespace!.StartsWith(typeof(RestHosting).Namespace!, StringComparison.Ordinal);

    public static WebApplication UseRestDoor(this WebApplication app)
    {
        app.UseMiddleware<RestMiddleware>();
        app.UseOpenApiDocument();
        IServiceProvider services = app.Services;
        var options = services.GetRequiredService<WebKvOptions>();
        var dispatcher = services.GetRequiredService<CommandDispatcher>();
        var service = new ServiceEndpoints(options, app.Lifetime);
        service.MapHealth(app);

        RouteGroupBuilder v1 = app.MapGroup("/v1")
            .WithMetadata(new NeedsCredentials(), new BodyLimit(options.Limits.JsonBodyBytes));
        var routes = new RestRoutes(v1, dispatcher, options.Limits);
        KeyEndpoints.Map(routes);
        KeyTtlEndpoints.Map(routes);
        KeyScanEndpoints.Map(routes);
        KeyBatchEndpoints.Map(routes);
        new StringEndpoints(routes, dispatcher, routes.ReaderOf<SetStringRequest>()).Map();
        StringPartEndpoints.Map(routes);
        StringChangeEndpoints.Map(routes);
        BitEndpoints.Map(routes);
        BatchEndpoints.Map(routes);
        ListEndpoints.Map(routes);
        ListChangeEndpoints.Map(routes);
        ManyListEndpoints.Map(routes);
        SetEndpoints.Map(routes);
        SetDrawEndpoints.Map(routes);
        SetCombineEndpoints.Map(routes);
        SortedSetEndpoints.Map(routes);
        SortedSetRangeEndpoints.Map(routes);
        SortedSetCombineEndpoints.Map(routes);
        HashEndpoints.Map(routes);
        FieldEndpoints.Map(routes);
        FieldTtlEndpoints.Map(routes);
        StreamEndpoints.Map(routes);
        GroupEndpoints.Map(routes);
        DeliveryEndpoints.Map(routes);
        ChannelEndpoints.Map(routes);
        new SubscriptionEndpoints(
            dispatcher.Engine, services.GetRequiredService<OpenStreams>(), options.Limits).Map(routes);
        CommandEndpoints.Map(routes);
        TransactionEndpoints.Map(routes);
        service.Map(v1);
        return app;
    }
}
