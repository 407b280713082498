using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Service;

/// <summary>The server itself: limits, and health for those who watch over it.</summary>
internal sealed class ServiceEndpoints(WebKvOptions options, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder v1) => v1.MapGet("/limits", (Delegate)Limits).Describe(ServiceDocs.Limits);

    public void MapHealth(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", (Delegate)Live).Describe(ServiceDocs.Live);
        routes.MapGet("/healthz/ready", (Delegate)Ready).Describe(ServiceDocs.Ready);
    }

    private Task Limits(HttpContext http) => JsonBody.WriteAsync(
        http,
        new LimitsResult(
            options.Limits.JsonBodyBytes,
            Values.LengthMax,
            UrlInput.NameBytesMax,
            options.Limits.PipelineCommands,
            options.Limits.Preconditions,
            options.Engine.Databases,
            PageQuery.LimitMax,
            options.Limits.SubscriberBytes,
            options.Limits.HeartbeatMs),
        RestJsonContext.Default.LimitsResult);

    private static Task Live(HttpContext http) =>
        JsonBody.WriteAsync(http, new HealthResult("live"), RestJsonContext.Default.HealthResult);

    private Task Ready(HttpContext http) => lifetime.ApplicationStopping.IsCancellationRequested
        ? Problem.Of(ErrorCode.ShuttingDown, "the server is stopping").WriteAsync(http)
        : JsonBody.WriteAsync(http, new HealthResult("ready"), RestJsonContext.Default.HealthResult);
}
