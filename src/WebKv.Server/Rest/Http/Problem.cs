using WebKv.Engine.Errors;

namespace WebKv.Server.Rest.Http;

/// <summary>What went wrong with a request, with what its answer says beyond the error itself.</summary>
/// <param name="Error">The error; it decides code and status.</param>
internal sealed record Problem(Error Error)
{
    /// <summary>Messages by the place of what they are about.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The rules that were broken, by the same places.</summary>
    public IReadOnlyDictionary<string, string[]>? ErrorCodes { get; init; }

    /// <summary>Positions of the preconditions that failed.</summary>
    public IReadOnlyList<int>? FailedPreconditions { get; init; }

    /// <summary>Position of the command that could not be queued.</summary>
    public int? CommandIndex { get; init; }

    /// <summary>The error of that command.</summary>
    public Error? CommandError { get; init; }

    public static Problem Of(ErrorCode code, string message) => new(new Error(code, "ERR " + message));

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors)
    {
        (string place, string[] messages) = errors.First();
        return Of(ErrorCode.InvalidArgument, $"{place}: {messages[0]}") with { Errors = errors };
    }

    public Task WriteAsync(HttpContext http) => ProblemWriter.WriteAsync(http, this);
}
