using System.Buffers.Binary;
using System.Numerics;

namespace WebKv.Server.Grpc.Wire;

/// <summary>
/// Appends protobuf fields to a <see cref="WireMessage"/>. Field numbers are below 16, so that a tag is one byte.
/// </summary>
/// <remarks>
/// A nested message is opened with one byte for its length and closed when it is written; if it turns out longer than
/// 127 bytes it is moved by the byte or more that its length then takes. That is cheaper than to size it first.
/// </remarks>
internal readonly struct ProtoWriter(WireMessage message)
{
    private const int VarintBytesMax = 10;

    public int Length => message.Length;

    public void Varint(int field, ulong value)
    {
        Span<byte> room = message.Add(1 + VarintSize(value));
        room[0] = Tag(field, WireType.Varint);
        PutVarint(room[1..], value);
    }

    public void Double(int field, double value)
    {
        Span<byte> room = message.Add(1 + sizeof(double));
        room[0] = Tag(field, WireType.Fixed64);
        BinaryPrimitives.WriteDoubleLittleEndian(room[1..], value);
    }

    public void Bytes(int field, ReadOnlySpan<byte> content)
    {
        int size = VarintSize((uint)content.Length);
        Span<byte> room = message.Add(1 + size + content.Length);
        room[0] = Tag(field, WireType.Length);
        PutVarint(room[1..], (uint)content.Length);
        content.CopyTo(room[(1 + size)..]);
    }

    /// <summary>Starts a nested message of known length.</summary>
    public void Open(int field, int length)
    {
        Span<byte> room = message.Add(1 + VarintSize((uint)length));
        room[0] = Tag(field, WireType.Length);
        PutVarint(room[1..], (uint)length);
    }

    /// <summary>Starts a nested message; give what it returns to <see cref="Close"/>.</summary>
    public int Open(int field)
    {
        Span<byte> room = message.Add(2);
        room[0] = Tag(field, WireType.Length);
        return message.Length;
    }

    public void Close(int start)
    {
        int length = message.Length - start;
        int size = VarintSize((uint)length);
        if (size > 1)
            message.OpenGap(start, size - 1);
        PutVarint(message.Written(start - 1), (uint)length);
    }

    public static int VarintSize(ulong value) => (BitOperations.Log2(value | 1) + 7) / 7;

    private static byte Tag(int field, WireType type) => (byte)(field << 3 | (int)type);

    private static void PutVarint(Span<byte> room, ulong value)
    {
        int at = 0;
        while (value >= 0x80 && at < VarintBytesMax)
        {
            room[at++] = (byte)(value | 0x80);
            value >>= 7;
        }
        room[at] = (byte)value;
    }
}
