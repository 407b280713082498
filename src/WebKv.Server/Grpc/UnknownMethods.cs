using WebKv.Engine.Errors;

namespace WebKv.Server.Grpc;

/// <summary>
/// Answers calls of methods that do not exist, as gRPC asks: HTTP 200 with the status in the headers.
/// </summary>
/// <remarks>
/// The framework's own answer is a route /{service}/{method}, which would also take POSTs away from REST paths of two
/// segments; so it is off, and this looks at what routing left over.
/// </remarks>
internal static class UnknownMethods
{
    private const string ContentType = "application/grpc";

    public static void UseUnknownMethods(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null || !IsCall(context.Request))
            return next(context);
        context.Response.ContentType = ContentType;
        context.Response.Headers["grpc-status"] = $"{(int)GrpcCode.Unimplemented}";
        context.Response.Headers["grpc-message"] = "there is no such service or method";
        return Task.CompletedTask;
    });

    private static bool IsCall(HttpRequest request) =>
        request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;
}
