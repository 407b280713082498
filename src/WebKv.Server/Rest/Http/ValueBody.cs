using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Http;

/// <summary>Reads a body that is one value: its bytes as they are, or the envelope {"value": ..} when it is JSON.
/// </summary>
internal static class ValueBody
{
    /// <summary>The problem, already answered, is told by a null result.</summary>
    public static async ValueTask<RequestBody?> ReadOrAnswerAsync(
        HttpContext http, bool isRaw, JsonBodyReader<ValueRequest> envelopes)
    {
        if (isRaw || !IsJson(http.Request.ContentType))
            return await RequestBody.ReadAsync(http, Values.LengthMax);
        return await envelopes.ReadOrAnswerAsync(http) is { } request
            ? RequestBody.Of(request.Value!.Bytes)
            : null;
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
