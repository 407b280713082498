using System.Globalization;
using System.Text.Unicode;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WebKv.Engine.Errors;

namespace WebKv.Server.Grpc.Errors;

/// <summary>
/// Turns the engine's errors into what a failed call carries: the gRPC code, and a google.rpc.Status with exactly one
/// ErrorInfo (reason = the code's name, domain "webkv") and further details where they help.
/// </summary>
internal static class GrpcErrors
{
    public const string Domain = "webkv";

    private static readonly Duration RetryDelay = new() { Seconds = 1 };

    public static readonly Error MalformedMessage =
        new(ErrorCode.InvalidArgument, "ERR the request is not a message of the type that the method takes");

    public static readonly Error EmptyCommand =
        new(ErrorCode.InvalidArgument, "ERR a command has at least its name as an argument");

    public static readonly Error Internal =
        new(ErrorCode.Internal, "ERR the server failed to answer; its log says why");

    public static readonly Error ShuttingDown = new(ErrorCode.ShuttingDown, "ERR the server is shutting down");

    /// <summary>The call's status for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="details">google.rpc messages beside ErrorInfo and RetryInfo.</param>
    public static RpcException ToException(Error error, params ReadOnlySpan<IMessage> details) =>
        ToException(error, metadata: null, details);

    /// <summary>The call's status for an error about a key; where the key is missing, it is named.</summary>
    public static RpcException ToException(Error error, ByteString? key)
    {
        if (error.Code != ErrorCode.KeyNotFound || key is null)
            return ToException(error);
        string name = Utf8.IsValid(key.Span) ? key.ToStringUtf8() : key.ToBase64();
        return ToException(error, new ResourceInfo { ResourceType = "webkv.v1.key", ResourceName = name });
    }

    /// <summary>A request that is wrong in some of its fields.</summary>
    public static RpcException Invalid(string field, string description) =>
        Invalid([new BadRequest.Types.FieldViolation { Field = field, Description = description }]);

    public static RpcException Invalid(IReadOnlyList<BadRequest.Types.FieldViolation> violations)
    {
        string text = string.Join("; ", violations.Select(violation => $"{violation.Field}: {violation.Description}"));
        return ToException(
            new Error(ErrorCode.InvalidArgument, "ERR " + text), new BadRequest { FieldViolations = { violations } });
    }

    /// <summary>A reply that the call may not carry.</summary>
    public static Error ReplyTooLarge(long limit) => new(
        ErrorCode.PayloadTooLarge,
        $"ERR the reply exceeds the {limit.ToString(CultureInfo.InvariantCulture)} bytes that one message may have, "
        + "though a string may have 512 MiB: read it in parts (GetStringRange), ask for less, or allow more with the "
        + $"metadata {CallMetadata.ReplyBytesMax}");

    public static RpcException ReplyTooLarge(long limit, long size) => ToException(
        ReplyTooLarge(limit),
        new Dictionary<string, string>
        {
            ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["size"] = size.ToString(CultureInfo.InvariantCulture),
        });

    private static RpcException ToException(
        Error error, Dictionary<string, string>? metadata, params ReadOnlySpan<IMessage> details)
    {
        ErrorMapping mapping = error.Mapping;
        var info = new ErrorInfo { Reason = mapping.Name, Domain = Domain };
        if (metadata is not null)
            info.Metadata.Add(metadata);
        var status = new Google.Rpc.Status { Code = (int)mapping.GrpcStatus, Message = error.Message };
        status.Details.Add(Any.Pack(info));
        foreach (IMessage detail in details)
            status.Details.Add(Any.Pack(detail));
        if (mapping.Retryable)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = RetryDelay }));
        return status.ToRpcException();
    }
}
