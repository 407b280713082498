namespace WebKv.Engine.Errors;

/// <summary>The gRPC status codes that the catalogue uses, with the numbers of google.rpc.Code.</summary>
public enum GrpcCode
{
    InvalidArgument = 3,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}
