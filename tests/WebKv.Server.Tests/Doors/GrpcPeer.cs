using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace WebKv.Server.Tests.Doors;

/// <summary>What the gRPC drivers share: metadata, bytes, errors by their reason.</summary>
public sealed class GrpcPeer(int database)
{
    /// <summary>Chooses the database.</summary>
    public CallOptions Options { get; } = new(new Metadata { { "webkv-db", $"{database}" } });

    public static ByteString Bytes(string text) => ByteString.CopyFrom(text, System.Text.Encoding.Latin1);

    public static string Text(ByteString bytes) => bytes.ToString(System.Text.Encoding.Latin1);

    public static IEnumerable<ByteString> Many(IEnumerable<string> texts) => texts.Select(Bytes);

    /// <summary>The response; a status is thrown by its reason.</summary>
    public static async Task<T> AnswerAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            return await call;
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>() is { } info)
        {
            throw new DoorException(info.Reason) { Text = e.Status.Detail };
        }
    }

    /// <summary>False for some reasons, true for success.</summary>
    public static async Task<bool> UnlessAsync<T>(AsyncUnaryCall<T> call, params string[] reasons)
    {
        try
        {
            await AnswerAsync(call);
            return true;
        }
        catch (DoorException e) when (e.Codes.Intersect(reasons).Any())
        {
            return false;
        }
    }
}
