using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>The names in paths.</summary>
internal static class PathDocs
{
    private static readonly Dictionary<string, (JsonSchemaType Type, JsonNode Example, string Text)> Known = new()
    {
        ["key"] = (JsonSchemaType.String, "user:1",
            "The key, percent-encoded: / is %2F. Keys with NUL, '.', '..' and the empty key need enc=base64url."),
        ["index"] = (JsonSchemaType.Integer, 0,
            "Index of the element, from 0; negative ones count from the right, -1 being the last."),
        ["member"] = (JsonSchemaType.String, "ada", "The member, percent-encoded like the key."),
        ["field"] = (JsonSchemaType.String, "name", "The field, percent-encoded like the key."),
        ["group"] = (JsonSchemaType.String, "workers", "The group of consumers, percent-encoded as the key."),
        ["consumer"] = (JsonSchemaType.String, "alice", "The consumer, percent-encoded as the key."),
        ["id"] = (JsonSchemaType.String, "1767225600000-0", "The id of the entry."),
        ["channel"] = (JsonSchemaType.String, "news", "The channel, percent-encoded like a key."),
        ["offset"] = (JsonSchemaType.Integer, 7, "Position of the bit, from 0."),
    };

    public static OpenApiParameter Describe(string name)
    {
        (JsonSchemaType type, JsonNode example, string text) = Known[name];
        return new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Description = text,
            Schema = new OpenApiSchema { Type = type },
            Example = example.DeepClone(),
        };
    }
}
