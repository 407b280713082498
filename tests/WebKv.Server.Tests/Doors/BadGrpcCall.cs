using Grpc.Core;

namespace WebKv.Server.Tests.Doors;

/// <summary>A malformed gRPC call and what it must end with.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Method">Service and method.</param>
/// <param name="Body">All bytes of the request; Latin-1.</param>
/// <param name="Status">The call's status.</param>
/// <param name="Message">The status's text.</param>
public sealed record BadGrpcCall(string Name, string Method, string Body, StatusCode Status, string Message)
{
    public string ContentType { get; init; } = "application/grpc";

    public (string Name, string Value)? Header { get; init; }
}
