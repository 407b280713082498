using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>A parameter in the query or among the headers.</summary>
internal sealed record ParameterDocs(string Name, JsonSchemaType Type, string Description)
{
    public ParameterLocation In { get; init; } = ParameterLocation.Query;

    public bool IsRequired { get; init; }

    /// <summary>What Swagger UI fills in; a required parameter needs one for "Try it out" to work at once.</summary>
    public JsonNode? Example { get; init; }

    public string? Format { get; init; }

    /// <summary>The words that it may be.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
