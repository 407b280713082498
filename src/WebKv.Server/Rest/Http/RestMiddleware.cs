using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;
using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// What stands around all REST operations: credentials before them, and the form of all errors after them, whoever
/// made them: an operation, the routing, the server, or a mistake.
/// </summary>
/// <remarks>An operation that succeeds at once passes without a state machine. gRPC calls have their own forms and
/// are left alone.</remarks>
internal sealed partial class RestMiddleware(
    RequestDelegate next, Authenticator authenticator, ILogger<RestMiddleware> logger)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (authenticator.IsRequired && http.GetEndpoint()?.Metadata.GetMetadata<NeedsCredentials>() is not null
            && Credentials.Check(authenticator, http.Request.Headers) is { } refusal)
            return ProblemWriter.WriteAsync(http, refusal);
        Task operation;
        try
        {
            operation = next(http);
        }
        catch (Exception e) when (!IsGrpc(http))
        {
            return AnswerAsync(http, e);
        }
        return operation.IsCompletedSuccessfully && http.Response.StatusCode < StatusCodes.Status400BadRequest
            ? operation
            : FinishAsync(http, operation);
    }

    private async Task FinishAsync(HttpContext http, Task operation)
    {
        try
        {
            await operation;
        }
        catch (Exception e) when (!IsGrpc(http))
        {
            await AnswerAsync(http, e);
            return;
        }
        HttpResponse response = http.Response;
        if (response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null }
            && !IsGrpc(http))
            await ProblemWriter.OfStatus(http).WriteAsync(http);
    }

    private Task AnswerAsync(HttpContext http, Exception exception)
    {
        if (http.RequestAborted.IsCancellationRequested)
            return Task.CompletedTask;
        Problem problem = Describe(http, exception);
        if (problem.Error.Code == ErrorCode.Internal)
            LogFailure(logger, http.Request.Method, exception);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return Task.CompletedTask;
        }
        http.Response.Clear();
        return problem.WriteAsync(http);
    }

    private static Problem Describe(HttpContext http, Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } tooLarge =>
            Problem.Of(ErrorCode.PayloadTooLarge, SizeMessage(http, tooLarge)),
        BadHttpRequestException bad => Problem.Of(ErrorCode.InvalidArgument, bad.Message),
        // A chunk size beyond what Kestrel can count.
        IOException unreadable =>
            Problem.Of(ErrorCode.InvalidArgument, $"the body cannot be read: {unreadable.Message}"),
        _ => Problem.Of(ErrorCode.Internal, "the server made a mistake; its output says more"),
    };

    private static string SizeMessage(HttpContext http, BadHttpRequestException exception)
    {
        long? limit = http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes;
        if (exception.Message.StartsWith("the body", StringComparison.Ordinal) || limit is null)
            return exception.Message;
        return http.Request.ContentLength is { } length
            ? $"the body has {length} bytes, the limit is {limit}"
            : $"the body is larger than the limit of {limit} bytes";
    }

    private static bool IsGrpc(HttpContext http) =>
        http.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    [LoggerMessage(LogLevel.Error, "A {Method} request failed unexpectedly.")]
    private static partial void LogFailure(ILogger logger, string method, Exception exception);
}
