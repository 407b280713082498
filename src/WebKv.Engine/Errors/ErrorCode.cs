namespace WebKv.Engine.Errors;

/// <summary>
/// The kinds of failure that a caller can tell apart, the same on all doors. Each has one line in
/// <see cref="ErrorCatalogue"/>, which gives its name, HTTP status and gRPC status.
/// </summary>
public enum ErrorCode
{
    KeyNotFound,
    FieldNotFound,
    WrongType,
    NotAnInteger,
    NotAFloat,
    NotANumber,
    Overflow,
    IndexOutOfRange,
    TargetExists,
    NoGroup,
    GroupExists,
    StreamIdTooSmall,
    PreconditionFailed,
    InvalidArgument,
    InvalidCursor,
    MalformedJson,
    Syntax,
    UnknownCommand,
    WrongArity,
    NeedsConnection,
    ExecAborted,
    Unauthenticated,
    BadCredentials,
    PermissionDenied,
    ReadOnlyReplica,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    UnsupportedMediaType,
    RangeNotSatisfiable,
    PayloadTooLarge,
    OutOfMemory,
    RateLimited,
    TooManyConnections,
    Unblocked,
    Loading,
    ShuttingDown,
    Internal,
}
