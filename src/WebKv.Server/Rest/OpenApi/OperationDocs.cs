using WebKv.Engine.Errors;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>What the OpenAPI document says about an operation beyond its path: endpoint metadata.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Tag">The chapter.</param>
/// <param name="Summary">One line.</param>
internal sealed record OperationDocs(string Id, string Tag, string Summary)
{
    public string? Description { get; init; }

    /// <summary>Whether it works on a logical database.</summary>
    public bool HasDatabase { get; init; } = true;

    public IReadOnlyList<ParameterDocs> Parameters { get; init; } = [];

    /// <summary>The forms of the request's body; none when it has no body.</summary>
    public IReadOnlyList<BodyDocs> Request { get; init; } = [];

    public required IReadOnlyList<ResponseDocs> Responses { get; init; }

    /// <summary>The errors that are this operation's own; those of every operation are added.</summary>
    public IReadOnlyList<ErrorCode> Errors { get; init; } = [];
}
