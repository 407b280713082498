using WebKv.Engine.Errors;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Service;

/// <summary>The OpenAPI descriptions of the operations on the server itself.</summary>
internal static class ServiceDocs
{
    public static readonly OperationDocs Limits = new("getLimits", DocTags.Service, "Read what one request may hold")
    {
        HasDatabase = false,
        Responses =
        [
            new(StatusCodes.Status200OK, "The limits", DocParts.Json<LimitsResult>(
                """
                {
                  "jsonBodyBytes": 16777216, "valueBytes": 536870912, "urlNameBytes": 8192, "pipelineCommands": 10000,
                  "preconditions": 128, "databases": 16, "pageItems": 1000, "subscriberBytes": 33554432,
                  "heartbeatMs": 15000
                }
                """)),
        ],
    };

    public static readonly OperationDocs Live = new("getLiveness", DocTags.Service, "Whether the process answers")
    {
        Responses = [new(StatusCodes.Status200OK, "It does", DocParts.Json<HealthResult>("""{"status":"live"}"""))],
    };

    public static readonly OperationDocs Ready = new(
        "getReadiness", DocTags.Service, "Whether the server takes requests")
    {
        Responses = [new(StatusCodes.Status200OK, "It does", DocParts.Json<HealthResult>("""{"status":"ready"}"""))],
        Errors = [ErrorCode.ShuttingDown],
    };
}
