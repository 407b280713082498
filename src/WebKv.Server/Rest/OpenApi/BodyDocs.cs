namespace WebKv.Server.Rest.OpenApi;

/// <summary>One form of a body.</summary>
/// <param name="MediaType">Its content type.</param>
/// <param name="Schema">The type that it is read into or written from; null for bytes and text.</param>
/// <param name="Examples">Examples; those of requests are sent to a server by a test.</param>
internal sealed record BodyDocs(string MediaType, Type? Schema, params IReadOnlyList<ExampleDocs> Examples);
