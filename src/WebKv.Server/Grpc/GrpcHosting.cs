using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Health.V1;
using Grpc.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Hosting;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace WebKv.Server.Grpc;

/// <summary>Registers the gRPC door and maps its services.</summary>
internal static class GrpcHosting
{
    private const int RequestBytesMax = 16 * 1024 * 1024;

    public static IServiceCollection AddGrpcDoor(this IServiceCollection services)
    {
        services.TryAddSingleton(provider =>
            new Authenticator(provider.GetRequiredService<WebKvOptions>().Auth.Password));
        services.AddSingleton(provider => provider.GetRequiredService<WebKvOptions>().Limits);
        services.AddSingleton<CallAdmission>();
        services.AddSingleton<GrpcDoor>();
        services.AddSingleton(provider => CreateValidators(provider.GetRequiredService<WebKvOptions>().Limits));
        services.AddSingleton<IServiceMethodProvider<GrpcDoor>, GrpcMethods>();
        services.AddGrpc(ConfigureCalls)
            .AddServiceOptions<ReflectionServiceImpl>(options => options.Interceptors.Add<AdmissionInterceptor>())
            .AddServiceOptions<ReflectionV1ServiceImpl>(options => options.Interceptors.Add<AdmissionInterceptor>());
        AddReflection(services);
        AddHealth(services);
        return services;
    }

    public static WebApplication MapGrpcDoor(this WebApplication app)
    {
        app.UseUnknownMethods();
        app.MapGrpcService<GrpcDoor>().Add(WithoutScope);
        app.MapGrpcService<ReflectionServiceImpl>();
        app.MapGrpcService<ReflectionV1ServiceImpl>();
        app.MapGrpcHealthChecksService();
        return app;
    }

    // Unknown services and methods are answered by UnknownMethods, which says why.
    private static void ConfigureCalls(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = RequestBytesMax;
        options.IgnoreUnknownServices = true;
    }

    // All that a call needs is a singleton, so no service scope is made for it.
    private static void WithoutScope(EndpointBuilder endpoint)
    {
        RequestDelegate serve = endpoint.RequestDelegate!;
        IServiceProvider services = endpoint.ApplicationServices;
        endpoint.RequestDelegate = http =>
        {
            http.RequestServices = services;
            return serve(http);
        };
    }

    private static RequestValidators CreateValidators(LimitOptions limits) =>
        new(limits.Preconditions, limits.PipelineCommands);

    // Grpc.AspNetCore.Server.Reflection finds services by their generated base classes, which these do not have.
    private static void AddReflection(IServiceCollection services)
    {
        ServiceDescriptor[] descriptors = [.. GrpcMethods.Services, Health.Descriptor];
        services.AddSingleton(new ReflectionServiceImpl(descriptors));
        services.AddSingleton(new ReflectionV1ServiceImpl(descriptors));
    }

    private static void AddHealth(IServiceCollection services)
    {
        services.AddGrpcHealthChecks(options =>
        {
            foreach (ServiceDescriptor service in GrpcMethods.Services)
                options.Services.Map(service.FullName, _ => true);
        }).AddCheck("serving", () => HealthCheckResult.Healthy());
    }
}
