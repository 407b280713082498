namespace WebKv.Server.Rest.OpenApi;

/// <summary>One answer of an operation that succeeded.</summary>
internal sealed record ResponseDocs(int Status, string Description, params IReadOnlyList<BodyDocs> Body)
{
    /// <summary>Names of headers, all described in <see cref="HeaderDocs"/>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
}
