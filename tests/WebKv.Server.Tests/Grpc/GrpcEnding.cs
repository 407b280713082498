using Grpc.Core;

namespace WebKv.Server.Tests.Grpc;

/// <summary>How a call ended, and the bytes that came before.</summary>
internal sealed record GrpcEnding(StatusCode Status, string Message, byte[] Body)
{
    /// <summary>The server, not the client, is to blame.</summary>
    public bool IsFault =>
        Status is StatusCode.Unknown or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss;
}
