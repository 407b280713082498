using System.Buffers.Binary;

namespace WebKv.Server.Tests.Grpc;

/// <summary>Messages as gRPC puts them into an HTTP body: a flag and four bytes of length before each.</summary>
internal static class GrpcFrames
{
    private const int HeaderBytes = 5;
    private const int MessageBytesMax = 16 * 1024 * 1024;

    public static byte[] Of(byte[] message)
    {
        byte[] frame = new byte[HeaderBytes + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, HeaderBytes);
        return frame;
    }

    /// <summary>The messages of a body; null if it is not whole frames of plain messages within the limit.</summary>
    public static List<byte[]>? Split(ReadOnlySpan<byte> body)
    {
        var messages = new List<byte[]>();
        while (!body.IsEmpty)
        {
            if (body.Length < HeaderBytes || body[0] != 0)
                return null;
            uint length = BinaryPrimitives.ReadUInt32BigEndian(body[1..]);
            if (length > MessageBytesMax || length > body.Length - HeaderBytes)
                return null;
            messages.Add(body.Slice(HeaderBytes, (int)length).ToArray());
            body = body[(HeaderBytes + (int)length)..];
        }
        return messages;
    }
}
