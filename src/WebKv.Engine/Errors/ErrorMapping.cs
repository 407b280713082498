namespace WebKv.Engine.Errors;

/// <summary>How one error code looks on the doors.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">Its public name, the same in JSON bodies and gRPC error details.</param>
/// <param name="HttpStatus">The HTTP status (RFC 9110).</param>
/// <param name="GrpcStatus">The gRPC status.</param>
/// <param name="Title">A short sentence that does not change with the occurrence (RFC 9457 "title").</param>
/// <param name="Retryable">Whether the same request may succeed later with no other change.</param>
public sealed record ErrorMapping(
    ErrorCode Code, string Name, int HttpStatus, GrpcCode GrpcStatus, string Title, bool Retryable = false);
