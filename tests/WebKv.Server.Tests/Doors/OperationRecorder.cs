using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WebKv.Server.Tests.Doors;

/// <summary>Notes which endpoints, REST and gRPC, were reached; it stands before all that the server does.</summary>
public sealed class OperationRecorder : IStartupFilter
{
    private readonly ConcurrentDictionary<string, bool> _reached = new();

    public IEnumerable<string> Reached => _reached.Keys;

    /// <summary>What wants to know which commands ran in each operation.</summary>
    public CommandWatch? Watch { get; set; }

    /// <summary>An endpoint's name: "GET /v1/keys/{key}", "POST /webkv.v1.KeyService/GetKey".</summary>
    public static string NameOf(RouteEndpoint endpoint)
    {
        // Methods of gRPC do not say that they are called by POST.
        string method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? HttpMethods.Post;
        return $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, serve) =>
        {
            await (Watch?.ServeAsync(http, serve) ?? serve(http));
            if (http.GetEndpoint() is RouteEndpoint endpoint)
                _reached[NameOf(endpoint)] = true;
        });
        next(app);
    };
}
