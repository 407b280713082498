using WebKv.Engine.Commands;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Http;

/// <summary>Reads a body that is one value: its bytes as they are, or the envelope {"value": ..} when it is JSON.
/// </summary>
internal static class ValueBody
{
    private static readonly ValueRequestValidator Validator = new();

    /// <summary>The problem, already answered, is told by a null result.</summary>
    public static async ValueTask<RequestBody?> ReadOrAnswerAsync(HttpContext http, bool isRaw, int jsonBytesMax)
    {
        if (isRaw || !IsJson(http.Request.ContentType))
            return await RequestBody.ReadAsync(http, Values.LengthMax);
        using RequestBody json = await RequestBody.ReadAsync(http, jsonBytesMax);
        Problem? problem = JsonBody.Parse(json.Bytes, RestJsonContext.Default.ValueRequest, out ValueRequest? request)
            ?? ValidationProblem.Check(Validator, request!);
        if (problem is null)
            return RequestBody.Of(request!.Value!.Bytes);
        await problem.WriteAsync(http);
        return null;
    }

    /// <summary>Whether a content type is exactly application/json, its parameters apart.</summary>
    public static bool IsJson(string? contentType)
    {
        ReadOnlySpan<char> type = contentType;
        int parameters = type.IndexOf(';');
        return (parameters < 0 ? type : type[..parameters]).Trim()
            .Equals(Representation.Json, StringComparison.OrdinalIgnoreCase);
    }
}
