namespace WebKv.Server.Rest.OpenApi;

/// <summary>A named example: JSON, or text where the body is not JSON.</summary>
internal sealed record ExampleDocs(string Name, string Text);
