using WebKv.Engine.Errors;

namespace WebKv.Engine.Connection;

/// <summary>The errors that only connection commands give.</summary>
internal static class ConnectionErrors
{
    public static readonly Error HelloNeedsAuth = new(ErrorCode.Unauthenticated,
        "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> "
        + "<pass> option can be used to authenticate the client and select the RESP protocol version at the same time");

    public static readonly Error ClientName = new(ErrorCode.InvalidArgument,
        "ERR Client names cannot contain spaces, newlines or special characters.");

    public static readonly Error NoSuchClient = new(ErrorCode.NotFound, "ERR No such client");

    public static readonly Error InvalidClientId = new(ErrorCode.InvalidArgument, "ERR Invalid client ID");

    public static readonly Error ClientIdPositive =
        new(ErrorCode.InvalidArgument, "ERR client-id should be greater than 0");

    public static readonly Error MaxAgePositive =
        new(ErrorCode.InvalidArgument, "ERR maxage should be greater than 0");

    public static Error HelloOption(ReadOnlySpan<byte> option) =>
        new(ErrorCode.Syntax, $"ERR Syntax error in HELLO option '{CommonErrors.Echo(option)}'");

    public static Error LibraryValue(string option) => new(ErrorCode.InvalidArgument,
        $"ERR {option} cannot contain spaces, newlines or special characters.");

    public static Error UnknownOption(ReadOnlySpan<byte> option) =>
        new(ErrorCode.InvalidArgument, $"ERR Unrecognized option '{CommonErrors.Echo(option)}'");

    public static Error UnknownClientType(ReadOnlySpan<byte> type) =>
        new(ErrorCode.InvalidArgument, $"ERR Unknown client type '{CommonErrors.Echo(type)}'");

    public static Error NoSuchUser(ReadOnlySpan<byte> user) =>
        new(ErrorCode.NotFound, $"ERR No such user '{CommonErrors.Echo(user)}'");
}
