using Microsoft.OpenApi;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>The headers of answers.</summary>
internal static class HeaderDocs
{
    public const string ETag = "ETag";
    public const string Location = "Location";

    private static readonly Dictionary<string, (JsonSchemaType Type, string Text)> Known = new()
    {
        [ETag] = (JsonSchemaType.String, "Changes with every change of the content; for If-Match and If-None-Match."),
        [Location] = (JsonSchemaType.String, "The path of the new key."),
        [ResponseHeaders.Offset] =
            (JsonSchemaType.Integer, "The place in the order of all changes that the answer shows."),
        [ResponseHeaders.Ttl] =
            (JsonSchemaType.Integer, "Milliseconds that the key has left; missing without an expiry."),
        [ResponseHeaders.Type] = (JsonSchemaType.String, "Type of the key's value."),
        [WaitPreference.Response] =
            (JsonSchemaType.String, "The wait that was granted, if the request preferred one: wait=20."),
        ["Content-Range"] = (JsonSchemaType.String, "The part that is sent."),
    };

    public static OpenApiHeader Describe(string name) => new()
    {
        Description = Known[name].Text,
        Schema = new OpenApiSchema { Type = Known[name].Type },
    };
}
