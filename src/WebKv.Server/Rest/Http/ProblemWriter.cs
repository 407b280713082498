using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using WebKv.Engine.Errors;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// Writes problems as application/problem+json (RFC 9457): the only place where the REST door answers an error.
/// </summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    private const string RetryAfterSeconds = "1";

    private static readonly StringValues Challenges =
        new(["Bearer realm=\"webkv\"", "Basic realm=\"webkv\", charset=\"UTF-8\""]);

    public static Task WriteAsync(HttpContext http, Error error) => WriteAsync(http, new Problem(error));

    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        ErrorMapping mapping = problem.Error.Mapping;
        HttpResponse response = http.Response;
        response.StatusCode = mapping.HttpStatus;
        if (mapping.HttpStatus == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = Challenges;
        if (mapping.HttpStatus is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
            response.Headers.RetryAfter = RetryAfterSeconds;
        response.ContentType = ContentType;
        using PooledJson json = PooledJson.Rent();
        WriteBody(json.Writer, http, problem, mapping);
        return json.SendAsync(http);
    }

    private static void WriteBody(Utf8JsonWriter json, HttpContext http, Problem problem, ErrorMapping mapping)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "urn:webkv:error:" + mapping.Name);
        json.WriteString("title"u8, mapping.Title);
        json.WriteNumber("status"u8, mapping.HttpStatus);
        json.WriteString("detail"u8, problem.Error.Message);
        json.WriteString("instance"u8, RequestTarget.Of(http).Path);
        json.WriteString("code"u8, mapping.Name);
        json.WriteString("traceId"u8, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        json.WriteBoolean("retryable"u8, mapping.Retryable);
        WriteMap(json, "errors", problem.Errors);
        WriteMap(json, "errorCodes", problem.ErrorCodes);
        WriteTransaction(json, problem);
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string[]>? map)
    {
        if (map is null)
            return;
        json.WriteStartObject(name);
        foreach ((string place, string[] texts) in map)
        {
            json.WriteStartArray(place);
            foreach (string text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteTransaction(Utf8JsonWriter json, Problem problem)
    {
        if (problem.FailedPreconditions is { } failed)
        {
            json.WriteStartArray("failed"u8);
            foreach (int index in failed)
                json.WriteNumberValue(index);
            json.WriteEndArray();
        }
        if (problem.CommandIndex is { } position)
            json.WriteNumber("index"u8, position);
        if (problem.CommandError is { } error)
        {
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, error.Mapping.Name);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
        }
    }

    /// <summary>The problem of a status that something set without a body: routing, mostly.</summary>
    public static Problem OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => new Problem(CommonErrors.NoAuth),
        StatusCodes.Status403Forbidden => Problem.Of(ErrorCode.PermissionDenied, "this is not allowed"),
        StatusCodes.Status404NotFound => Problem.Of(ErrorCode.NotFound, "no operation has this path"),
        StatusCodes.Status405MethodNotAllowed =>
            Problem.Of(ErrorCode.MethodNotAllowed, $"the methods of this path are: {http.Response.Headers.Allow}"),
        StatusCodes.Status406NotAcceptable =>
            Problem.Of(ErrorCode.NotAcceptable, "none of the accepted forms is available"),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(ErrorCode.PayloadTooLarge, "the body is too large"),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType(http),
        < StatusCodes.Status500InternalServerError =>
            Problem.Of(ErrorCode.InvalidArgument, "the request is not valid"),
        _ => Problem.Of(ErrorCode.Internal, "the server made a mistake"),
    };

    public static Problem UnsupportedMediaType(HttpContext http) => Problem.Of(
        ErrorCode.UnsupportedMediaType,
        string.IsNullOrEmpty(http.Request.ContentType)
            ? "the body needs a content type"
            : $"the content type '{http.Request.ContentType}' is not supported here");
}
