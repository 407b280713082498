namespace WebKv.Server.Tests.Doors;

/// <summary>A malformed gRPC call and the status that it must end with.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Method">Service and method.</param>
/// <param name="Body">All bytes of the request; Latin-1.</param>
/// <param name="Status">gRPC status, or HTTP status where there is none.</param>
public sealed record BadGrpcCall(string Name, string Method, string Body, int Status)
{
    public string ContentType { get; init; } = "application/grpc";

    public (string Name, string Value)? Header { get; init; }
}
