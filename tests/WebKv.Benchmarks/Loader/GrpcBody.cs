using System.Buffers.Binary;
using System.Text;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Request bodies for h2load, encoded by hand: a gRPC message is a zero byte, its length in four
/// big-endian bytes and the protobuf fields. A body of the Pipeline call is many such messages.
/// </summary>
internal static class GrpcBody
{
    private const int HeadBytes = 5;
    private const int LengthDelimited = 2;

    // A prime far from any power of two: no index or page is favoured.
    private const int Step = 7919;

    /// <summary>One message whose fields 1, 2, ... are the given texts.</summary>
    public static byte[] Message(string[] fields)
    {
        var message = new MemoryStream();
        for (var i = 0; i < fields.Length; i++)
            WriteBytes(message, i + 1, Encoding.UTF8.GetBytes(fields[i]));
        return Framed(message);
    }

    /// <summary>
    /// PipelineRequest {repeated Command commands = 1} with Command {uint64 id = 1; repeated bytes
    /// args = 2}. The commands walk through the records in big steps, from record 0 on.
    /// </summary>
    public static byte[] Pipeline(bool set, int messages, int batch, int keys)
    {
        var body = new MemoryStream();
        var command = 0;
        for (var i = 0; i < messages; i++)
        {
            var message = new MemoryStream();
            for (var j = 0; j < batch; j++)
            {
                var index = (int)((long)command * Step % keys);
                WriteBytes(message, 1, Command((ulong)++command, set, index));
            }

            body.Write(Framed(message));
        }

        return body.ToArray();
    }

    private static byte[] Command(ulong id, bool set, int index)
    {
        Span<byte> key = stackalloc byte[Record.KeyBytes];
        Span<byte> value = stackalloc byte[Record.ValueBytes];
        Record.WriteKey(key, index);
        Record.WriteValue(value, index);

        var command = new MemoryStream();
        WriteVarint(command, 1 << 3);
        WriteVarint(command, id);
        WriteBytes(command, 2, set ? "SET"u8 : "GET"u8);
        WriteBytes(command, 2, key);
        if (set)
            WriteBytes(command, 2, value);
        return command.ToArray();
    }

    private static byte[] Framed(MemoryStream message)
    {
        var framed = new byte[HeadBytes + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(1), (uint)message.Length);
        message.ToArray().CopyTo(framed, HeadBytes);
        return framed;
    }

    private static void WriteBytes(MemoryStream stream, int field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(stream, (ulong)((field << 3) | LengthDelimited));
        WriteVarint(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void WriteVarint(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
