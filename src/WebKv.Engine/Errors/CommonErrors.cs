using System.Text;

namespace WebKv.Engine.Errors;

/// <summary>
/// The errors that many commands share. The texts are those that Redis clients and their tests compare.
/// </summary>
public static class CommonErrors
{
    private const int EchoedCharsMax = 128;

    public static readonly Error WrongType =
        new(ErrorCode.WrongType, "WRONGTYPE Operation against a key holding the wrong kind of value");

    public static readonly Error Syntax = new(ErrorCode.Syntax, "ERR syntax error");

    /// <summary>An argument that should be an integer is not one.</summary>
    public static readonly Error IntegerArgument =
        new(ErrorCode.InvalidArgument, "ERR value is not an integer or out of range");

    /// <summary>The stored value should be an integer and is not.</summary>
    public static readonly Error StoredNotInteger =
        new(ErrorCode.NotAnInteger, "ERR value is not an integer or out of range");

    public static readonly Error FloatArgument = new(ErrorCode.InvalidArgument, "ERR value is not a valid float");

    public static readonly Error StoredNotFloat = new(ErrorCode.NotAFloat, "ERR value is not a valid float");

    public static readonly Error IncrementOverflow =
        new(ErrorCode.Overflow, "ERR increment or decrement would overflow");

    public static readonly Error DecrementOverflow = new(ErrorCode.Overflow, "ERR decrement would overflow");

    public static readonly Error NotFinite =
        new(ErrorCode.Overflow, "ERR increment would produce NaN or Infinity");

    public static readonly Error NoSuchKey = new(ErrorCode.KeyNotFound, "ERR no such key");

    public static readonly Error IndexOutOfRange = new(ErrorCode.IndexOutOfRange, "ERR index out of range");

    public static readonly Error OffsetOutOfRange = new(ErrorCode.InvalidArgument, "ERR offset is out of range");

    public static readonly Error BitOffset =
        new(ErrorCode.InvalidArgument, "ERR bit offset is not an integer or out of range");

    public static readonly Error BitValue =
        new(ErrorCode.InvalidArgument, "ERR bit is not an integer or out of range");

    public static readonly Error BitWanted =
        new(ErrorCode.InvalidArgument, "ERR The bit argument must be 1 or 0.");

    public static readonly Error BitOpNotSources =
        new(ErrorCode.InvalidArgument, "ERR BITOP NOT must be called with a single source key.");

    public static readonly Error StringTooLong = new(ErrorCode.PayloadTooLarge,
        "ERR string exceeds maximum allowed size (proto-max-bulk-len)");

    public static readonly Error SameObject =
        new(ErrorCode.InvalidArgument, "ERR source and destination objects are the same");

    public static readonly Error DatabaseIndex =
        new(ErrorCode.InvalidArgument, "ERR DB index is out of range");

    public static readonly Error InvalidCursor = new(ErrorCode.InvalidCursor, "ERR invalid cursor");

    public static readonly Error ExpireFlags = new(ErrorCode.InvalidArgument,
        "ERR NX and XX, GT or LT options at the same time are not compatible");

    public static readonly Error ExpireGtLt = new(ErrorCode.InvalidArgument,
        "ERR GT and LT options at the same time are not compatible");

    public static readonly Error PreconditionFailed =
        new(ErrorCode.PreconditionFailed, "ERR a precondition of the request failed");

    public static readonly Error OutOfMemory = new(ErrorCode.OutOfMemory,
        "OOM command not allowed when used memory > 'maxmemory'.");

    public static readonly Error NoAuth = new(ErrorCode.Unauthenticated, "NOAUTH Authentication required.");

    public static readonly Error WrongPass = new(ErrorCode.BadCredentials,
        "WRONGPASS invalid username-password pair or user is disabled.");

    public static readonly Error AuthNotConfigured = new(ErrorCode.InvalidArgument,
        "ERR AUTH <password> called without any password configured for the default user. "
        + "Are you sure your configuration is correct?");

    public static readonly Error NoProto = new(ErrorCode.InvalidArgument, "NOPROTO unsupported protocol version");

    public static readonly Error ProtoVersion = new(ErrorCode.InvalidArgument,
        "ERR Protocol version is not an integer or out of range");

    public static readonly Error ExecWithoutMulti = new(ErrorCode.Syntax, "ERR EXEC without MULTI");

    public static readonly Error DiscardWithoutMulti = new(ErrorCode.Syntax, "ERR DISCARD without MULTI");

    public static readonly Error NestedMulti = new(ErrorCode.Syntax, "ERR MULTI calls can not be nested");

    public static readonly Error WatchInsideMulti =
        new(ErrorCode.Syntax, "ERR WATCH inside MULTI is not allowed");

    public static readonly Error NotInsideMulti =
        new(ErrorCode.Syntax, "ERR Command not allowed inside a transaction");

    public static readonly Error ExecAborted = new(ErrorCode.ExecAborted,
        "EXECABORT Transaction discarded because of previous errors.");

    public static readonly Error Unblocked = new(ErrorCode.Unblocked,
        "UNBLOCKED client unblocked via CLIENT UNBLOCK");

    public static readonly Error BadPayload = new(ErrorCode.InvalidArgument,
        "ERR Bad data format");

    public static readonly Error TooManyWaits = new(ErrorCode.RateLimited,
        "ERR max number of waiting calls reached");

    public static readonly Error TransactionTooLarge = new(ErrorCode.PayloadTooLarge,
        "ERR the queued commands of the transaction exceed the limit");

    /// <summary>EXEC itself was refused. The cause's code is told unless it is ERR, which says nothing.</summary>
    public static Error ExecAbortedBecause(Error cause)
    {
        string text = cause.RespCode == "ERR" ? cause.Message : cause.Text;
        return new(ErrorCode.ExecAborted, $"EXECABORT Transaction discarded because of: {text}");
    }

    public static Error UnsupportedOption(ReadOnlySpan<byte> option) =>
        new(ErrorCode.Syntax, $"ERR Unsupported option {Echo(option)}");

    public static Error UnknownType(ReadOnlySpan<byte> name) =>
        new(ErrorCode.InvalidArgument, $"ERR unknown type name '{Echo(name)}'");

    public static Error WrongArity(string commandName) =>
        new(ErrorCode.WrongArity, $"ERR wrong number of arguments for '{commandName}' command");

    public static Error InvalidExpireTime(string commandName) =>
        new(ErrorCode.InvalidArgument, $"ERR invalid expire time in '{commandName}' command");

    public static Error NeedsConnection(string commandName) => new(
        ErrorCode.NeedsConnection,
        $"ERR '{commandName}' needs a RESP connection; it has no meaning in a single request");

    public static Error OnlyWhileSubscribed(string commandName) => new(
        ErrorCode.Syntax,
        $"ERR Can't execute '{commandName}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed "
        + "in this context");

    public static Error UnknownCommand(ReadOnlySpan<byte> name, IEnumerable<string> arguments)
    {
        var text = new StringBuilder($"ERR unknown command '{Echo(name)}', with args beginning with: ");
        foreach (string argument in arguments)
        {
            if (text.Length > EchoedCharsMax * 2)
                break;
            text.Append('\'').Append(argument).Append("' ");
        }
        return new Error(ErrorCode.UnknownCommand, text.ToString());
    }

    public static Error UnknownSubcommand(ReadOnlySpan<byte> name, string container) =>
        new(ErrorCode.UnknownCommand,
            $"ERR unknown subcommand '{Echo(name)}'. Try {container.ToUpperInvariant()} HELP.");

    /// <summary>What a caller sent, short enough and clean enough to be put into an error text.</summary>
    public static string Echo(ReadOnlySpan<byte> sent) =>
        Encoding.UTF8.GetString(sent[..Math.Min(sent.Length, EchoedCharsMax)]).Replace('\r', ' ').Replace('\n', ' ');
}
