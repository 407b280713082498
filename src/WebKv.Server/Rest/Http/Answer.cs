using System.Text.Json.Serialization.Metadata;
using WebKv.Engine.Execution;

namespace WebKv.Server.Rest.Http;

/// <summary>The answers of operations on one key.</summary>
internal static class Answer
{
    /// <summary>200 with a JSON body, and with the ETag that the key has now.</summary>
    public static Task JsonAsync<T>(HttpContext http, CommandContext context, T body, JsonTypeInfo<T> contract)
    {
        SetHeaders(http, context);
        return JsonBody.WriteAsync(http, body, contract);
    }

    public static Task NoContent(HttpContext http, CommandContext context)
    {
        SetHeaders(http, context);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }


    public static void SetHeaders(HttpContext http, CommandContext context)
    {
        if (context.StateKey is not null && context.State.Exists)
            http.Response.Headers.ETag = EntityTag.Format(context.State.Etag, 'r');
        ResponseHeaders.SetOffset(http.Response, context);
    }
}
