using System.Buffers.Binary;
using System.Text;

namespace WebKv.Server.Tests.Grpc;

/// <summary>HTTP/2 by hand, for what no client library can be made to send. Text is Latin-1.</summary>
internal static class Http2
{
    private const int HeaderBytes = 9;
    private const byte EndStream = 0x1;
    private const byte EndHeaders = 0x4;

    // RFC 9113 section 6.
    private enum FrameType : byte
    {
        Data = 0,
        Headers = 1,
        Reset = 3,
        Settings = 4,
        GoAway = 7,
    }

    public static string Preface { get; } = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /// <summary>What a client opens a connection with.</summary>
    public static string Opening { get; } = Preface + Frame(FrameType.Settings, 0, 0, "");

    /// <summary>The headers of a gRPC call.</summary>
    public static string Call(int stream, string method) => Headers(stream, EndHeaders, string.Concat(
        Field(":method", "POST"), Field(":scheme", "http"), Field(":path", "/" + method), Field(":authority", "webkv"),
        Field("content-type", "application/grpc"), Field("te", "trailers")));

    public static string Headers(int stream, byte flags, string block) =>
        Frame(FrameType.Headers, flags, stream, block);

    public static string Data(int stream, string body, bool ends = false) =>
        Frame(FrameType.Data, ends ? EndStream : (byte)0, stream, body);

    /// <summary>The client gives up a stream.</summary>
    public static string Cancel(int stream) => Frame(FrameType.Reset, 0, stream, "\0\0\0\x08");

    /// <summary>The frames of an answer that tell how things went, with the error code of those that have one.
    /// </summary>
    public static string Summary(string answer)
    {
        var told = new List<string>();
        ReadOnlySpan<byte> rest = Encoding.Latin1.GetBytes(answer);
        while (!rest.IsEmpty)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest) >> 8;
            ReadOnlySpan<byte> payload = rest.Slice(HeaderBytes, length);
            var type = (FrameType)rest[3];
            if (type is FrameType.Data or FrameType.Headers)
                told.Add(type.ToString().ToUpperInvariant());
            else if (type is FrameType.Reset or FrameType.GoAway)
                told.Add($"{type.ToString().ToUpperInvariant()} {payload[^1]}");
            rest = rest[(HeaderBytes + length)..];
        }
        return string.Join(' ', told);
    }

    private static string Frame(FrameType type, byte flags, int stream, string payload)
    {
        byte[] header = new byte[HeaderBytes];
        BinaryPrimitives.WriteInt32BigEndian(header, payload.Length << 8 | (byte)type);
        header[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(5), stream);
        return Encoding.Latin1.GetString(header) + payload;
    }

    // HPACK: a literal without indexing, neither compressed. Lengths below 127 take one byte.
    private static string Field(string name, string value) => $"\0{(char)name.Length}{name}{(char)value.Length}{value}";
}
