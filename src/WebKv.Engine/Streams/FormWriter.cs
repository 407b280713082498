using System.Buffers;
using WebKv.Memory.Collections;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Writes numbers in seven bits per byte, low bits first, and bytes behind their length.</summary>
internal readonly ref struct FormWriter(IBufferWriter<byte> to)
{
    private const int NumberBytesMax = 10;

    public void Number(ulong value)
    {
        Span<byte> room = to.GetSpan(NumberBytesMax);
        int length = 0;
        for (; value > 0x7F; value >>= 7)
            room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        to.Advance(length);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number((ulong)bytes.Length);
        to.Write(bytes);
    }

    public void Item(PackedItem item)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        Bytes(item.Text(room));
    }

    public void Id(StreamId id)
    {
        Number(id.Ms);
        Number(id.Sequence);
    }
}
