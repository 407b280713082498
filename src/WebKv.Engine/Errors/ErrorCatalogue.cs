using System.Collections.Frozen;

namespace WebKv.Engine.Errors;

/// <summary>
/// The one table of errors: what each <see cref="ErrorCode"/> is called and how each door says it.
/// </summary>
/// <remarks>
/// HTTP statuses follow RFC 9110; gRPC numbers are those of google.rpc.Code. RESP texts are not here: one code has
/// many (clients match on them), so each <see cref="Error"/> carries its own. A test proves that no code is missing.
/// </remarks>
public static class ErrorCatalogue
{
    private static readonly FrozenDictionary<ErrorCode, ErrorMapping> Mappings = new ErrorMapping[]
    {
        new(ErrorCode.KeyNotFound, "KEY_NOT_FOUND", 404, GrpcCode.NotFound, "The key does not exist"),
        new(ErrorCode.FieldNotFound, "FIELD_NOT_FOUND", 404, GrpcCode.NotFound, "The hash has no such field"),
        new(ErrorCode.WrongType, "WRONG_TYPE", 409, GrpcCode.FailedPrecondition, "The key holds another type"),
        new(ErrorCode.NotAnInteger, "NOT_AN_INTEGER", 409, GrpcCode.FailedPrecondition, "The value is not an integer"),
        new(ErrorCode.NotAFloat, "NOT_A_FLOAT", 409, GrpcCode.FailedPrecondition, "The value is not a number"),
        new(ErrorCode.NotANumber, "NOT_A_NUMBER", 409, GrpcCode.FailedPrecondition, "The result is not a number"),
        new(ErrorCode.Overflow, "OVERFLOW", 409, GrpcCode.OutOfRange, "The result is out of range"),
        new(ErrorCode.IndexOutOfRange, "INDEX_OUT_OF_RANGE", 404, GrpcCode.OutOfRange, "The index is out of range"),
        new(ErrorCode.TargetExists, "TARGET_EXISTS", 409, GrpcCode.AlreadyExists, "The target key exists"),
        new(ErrorCode.NoGroup, "NO_GROUP", 404, GrpcCode.NotFound, "The stream has no such group"),
        new(ErrorCode.GroupExists, "GROUP_EXISTS", 409, GrpcCode.AlreadyExists, "The stream has a group of this name"),
        new(ErrorCode.StreamIdTooSmall, "STREAM_ID_TOO_SMALL", 409, GrpcCode.FailedPrecondition,
            "The id is not above the stream's last id"),
        new(ErrorCode.PreconditionFailed, "PRECONDITION_FAILED", 412, GrpcCode.FailedPrecondition,
            "A precondition failed"),
        new(ErrorCode.InvalidArgument, "INVALID_ARGUMENT", 400, GrpcCode.InvalidArgument, "An argument is not valid"),
        new(ErrorCode.InvalidCursor, "INVALID_CURSOR", 400, GrpcCode.InvalidArgument, "The cursor is not valid"),
        new(ErrorCode.MalformedJson, "MALFORMED_JSON", 400, GrpcCode.InvalidArgument,
            "The body is not the JSON expected"),
        new(ErrorCode.Syntax, "SYNTAX", 400, GrpcCode.InvalidArgument, "The arguments do not form a command"),
        new(ErrorCode.UnknownCommand, "UNKNOWN_COMMAND", 400, GrpcCode.Unimplemented, "There is no such command"),
        new(ErrorCode.WrongArity, "WRONG_ARITY", 400, GrpcCode.InvalidArgument, "The number of arguments is wrong"),
        new(ErrorCode.NeedsConnection, "NEEDS_CONNECTION", 400, GrpcCode.InvalidArgument,
            "The command needs a RESP connection"),
        new(ErrorCode.ExecAborted, "EXEC_ABORTED", 400, GrpcCode.InvalidArgument, "The transaction was not run"),
        new(ErrorCode.Unauthenticated, "UNAUTHENTICATED", 401, GrpcCode.Unauthenticated, "Credentials are required"),
        new(ErrorCode.BadCredentials, "BAD_CREDENTIALS", 401, GrpcCode.Unauthenticated, "The credentials are wrong"),
        new(ErrorCode.PermissionDenied, "PERMISSION_DENIED", 403, GrpcCode.PermissionDenied, "Not allowed"),
        new(ErrorCode.ReadOnlyReplica, "READ_ONLY_REPLICA", 421, GrpcCode.FailedPrecondition,
            "This node is a read-only replica"),
        new(ErrorCode.NotFound, "NOT_FOUND", 404, GrpcCode.NotFound, "There is no such resource"),
        new(ErrorCode.MethodNotAllowed, "METHOD_NOT_ALLOWED", 405, GrpcCode.Unimplemented,
            "The resource has no such method"),
        new(ErrorCode.NotAcceptable, "NOT_ACCEPTABLE", 406, GrpcCode.InvalidArgument,
            "The representation asked for is not available"),
        new(ErrorCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", 415, GrpcCode.InvalidArgument,
            "The content type is not supported"),
        new(ErrorCode.RangeNotSatisfiable, "RANGE_NOT_SATISFIABLE", 416, GrpcCode.OutOfRange,
            "The range lies outside the value"),
        new(ErrorCode.PayloadTooLarge, "PAYLOAD_TOO_LARGE", 413, GrpcCode.ResourceExhausted,
            "The payload is too large"),
        new(ErrorCode.OutOfMemory, "OUT_OF_MEMORY", 507, GrpcCode.ResourceExhausted, "The memory limit is reached"),
        new(ErrorCode.RateLimited, "RATE_LIMITED", 429, GrpcCode.ResourceExhausted,
            "Too many requests", Retryable: true),
        new(ErrorCode.TooManyConnections, "TOO_MANY_CONNECTIONS", 503, GrpcCode.Unavailable,
            "Too many connections", Retryable: true),
        new(ErrorCode.Unblocked, "UNBLOCKED", 409, GrpcCode.Aborted, "The wait was ended by an administrator"),
        new(ErrorCode.Loading, "LOADING", 503, GrpcCode.Unavailable, "The data set is being loaded", Retryable: true),
        new(ErrorCode.ShuttingDown, "SHUTTING_DOWN", 503, GrpcCode.Unavailable,
            "The server is shutting down", Retryable: true),
        new(ErrorCode.Internal, "INTERNAL", 500, GrpcCode.Internal, "The server made a mistake"),
    }.ToFrozenDictionary(mapping => mapping.Code);

    /// <summary>All mappings, for documentation and tests.</summary>
    public static IEnumerable<ErrorMapping> All => Mappings.Values;

    public static ErrorMapping Of(ErrorCode code) => Mappings[code];
}
