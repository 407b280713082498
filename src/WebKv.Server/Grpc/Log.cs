namespace WebKv.Server.Grpc;

/// <summary>The log lines of the gRPC door.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 1, Level = LogLevel.Error, Message = "gRPC call {Method} failed for a reason of the server's own")]
    public static partial void CallFailed(ILogger logger, string method, Exception exception);
}
