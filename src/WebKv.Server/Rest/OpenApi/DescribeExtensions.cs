namespace WebKv.Server.Rest.OpenApi;

internal static class DescribeExtensions
{
    /// <summary>Gives an endpoint its place in the OpenAPI document.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, OperationDocs docs) =>
        endpoint.WithMetadata(docs);
}
