using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// Receives JSON bodies of one type: content type, size, form, then the rules of the type's validator. What a body is
/// refused for is answered here, so whoever gets a body has a good one.
/// </summary>
internal sealed class JsonBodyReader<TBody>(JsonTypeInfo<TBody> contract, IValidator<TBody> validator, int bytesMax)
    where TBody : class
{
    /// <summary>The body; null when it was refused and the problem answered.</summary>
    public async ValueTask<TBody?> ReadOrAnswerAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await ProblemWriter.UnsupportedMediaType(http).WriteAsync(http);
            return null;
        }
        using RequestBody json = await RequestBody.ReadAsync(http, bytesMax);
        Problem? problem = JsonBody.Parse(json.Bytes, contract, out TBody? body)
            ?? ValidationProblem.Check(validator, body!);
        if (problem is null)
            return body;
        await problem.WriteAsync(http);
        return null;
    }
}
