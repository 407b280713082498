using System.Buffers.Binary;
using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Engine.Effects;

/// <summary>
/// The effects of one atomic unit (a command or a transaction), as deterministic command lines: what the journal
/// keeps and replicas apply.
/// </summary>
/// <remarks>
/// Format of one effect: database (u8), argument count (u32), then per argument its length (u32) and bytes, little
/// endian. A length with the top bit set names a blob of <see cref="Blobs"/> instead, so that big values are logged by
/// reference and never copied under a lock. Thread rule: belongs to one context, filled under the shard locks.
/// </remarks>
public sealed class EffectBuffer
{
    private const uint BlobBit = 1u << 31;
    private const int KeptBytesMax = 64 * 1024;
    private const int HeadBytes = sizeof(byte) + sizeof(uint);

    private readonly List<Blob> _blobs = [];
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>Number of effects in the unit, whether or not their bytes are kept.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public IReadOnlyList<Blob> Blobs => _blobs;

    /// <summary>False when nobody reads the effects: they are then only counted.</summary>
    public bool KeepsBytes { get; set; }

    public void Begin(int database, int argumentCount)
    {
        Count++;
        if (!KeepsBytes)
            return;
        Span<byte> head = Reserve(HeadBytes);
        head[0] = (byte)database;
        BinaryPrimitives.WriteUInt32LittleEndian(head[1..], (uint)argumentCount);
    }

    public void Add(ReadOnlySpan<byte> argument)
    {
        if (!KeepsBytes)
            return;
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), (uint)argument.Length);
        argument.CopyTo(Reserve(argument.Length));
    }

    public void Add(long argument)
    {
        if (!KeepsBytes)
            return;
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(argument, text, out int written);
        Add(text[..written]);
    }

    public void Add(Value argument)
    {
        if (argument.Blob.IsNull)
        {
            Add(argument.Bytes);
            return;
        }
        if (!KeepsBytes)
            return;
        argument.Blob.Retain();
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), BlobBit | (uint)_blobs.Count);
        _blobs.Add(argument.Blob);
    }

    public void Reset()
    {
        if (Count == 0)
            return;
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
        _length = 0;
        Count = 0;
        if (_bytes.Length > KeptBytesMax)
            _bytes = new byte[256];
    }

    /// <summary>Reads the next effect of a unit into a command line; false at the end.</summary>
    public static bool TryRead(
        ref ReadOnlySpan<byte> unit, IReadOnlyList<Blob> blobs, CommandLine line, out int database)
    {
        database = 0;
        if (unit.IsEmpty)
            return false;
        line.Clear();
        database = unit[0];
        int count = (int)BinaryPrimitives.ReadUInt32LittleEndian(unit[1..]);
        unit = unit[HeadBytes..];
        for (int i = 0; i < count; i++)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(unit);
            unit = unit[sizeof(uint)..];
            if ((length & BlobBit) != 0)
            {
                line.Add(new Value(blobs[(int)(length & ~BlobBit)]));
                continue;
            }
            line.Add(unit[..(int)length]);
            unit = unit[(int)length..];
        }
        return true;
    }

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        Span<byte> room = _bytes.AsSpan(_length, length);
        _length += length;
        return room;
    }
}
