namespace WebKv.Server.Rest.OpenApi;

/// <summary>The form of all errors, as <see cref="Http.ProblemWriter"/> writes it.</summary>
internal sealed record ProblemShape(
    string Type, string Title, int Status, string Detail, string Instance, string Code, string TraceId, bool Retryable)
{
    /// <summary>Messages by the place of what they are about.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The broken rules by the same places.</summary>
    public IReadOnlyDictionary<string, string[]>? ErrorCodes { get; init; }

    /// <summary>Transactions: positions of the preconditions that failed.</summary>
    public IReadOnlyList<int>? Failed { get; init; }

    /// <summary>Transactions: position of the command that could not be queued.</summary>
    public int? Index { get; init; }

    /// <summary>Transactions: what was wrong with that command.</summary>
    public ReplyErrorShape? Error { get; init; }
}
