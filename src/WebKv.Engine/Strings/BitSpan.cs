using System.Buffers.Binary;
using System.Numerics;

namespace WebKv.Engine.Strings;

/// <summary>A range of bits in a string, which may begin and end inside a byte.</summary>
/// <remarks>
/// Counting goes eight bytes at a time with the processor's population count; searching skips bytes without the
/// wanted bit with the vectorised span search. Both touch each byte once.
/// </remarks>
internal readonly ref struct BitSpan
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _firstByte;

    // The bits of the first and the last byte that belong to the range.
    private readonly byte _headMask;
    private readonly byte _tailMask;

    /// <param name="value">The whole string.</param>
    /// <param name="bits">A range inside it that is not empty.</param>
    public BitSpan(ReadOnlySpan<byte> value, IndexRange bits)
    {
        _firstByte = bits.First >> 3;
        _bytes = value[(int)_firstByte..((int)(bits.Last >> 3) + 1)];
        _headMask = (byte)(0xFF >> (int)(bits.First & 7));
        _tailMask = (byte)(0xFF << (int)(7 - (bits.Last & 7)));
    }

    /// <summary>How many bits are set; 0 for the default.</summary>
    public long Count()
    {
        if (_bytes.IsEmpty)
            return 0;
        return CountAll(_bytes)
            - BitOperations.PopCount((uint)(_bytes[0] & ~_headMask & 0xFF))
            - BitOperations.PopCount((uint)(_bytes[^1] & ~_tailMask & 0xFF));
    }

    /// <summary>Position in the whole string of the first bit of a value, or -1.</summary>
    public long IndexOf(bool bit)
    {
        byte skipped = bit ? (byte)0x00 : (byte)0xFF;
        for (int i = 0; i < _bytes.Length;)
        {
            int found = (_bytes[i] ^ skipped) & MaskAt(i);
            if (found != 0)
                return (_firstByte + i) * 8 + BitOperations.LeadingZeroCount((uint)found) - 24;
            int next = _bytes[(i + 1)..].IndexOfAnyExcept(skipped);
            if (next < 0)
                return -1;
            i += 1 + next;
        }
        return -1;
    }

    private int MaskAt(int index) =>
        (index == 0 ? _headMask : 0xFF) & (index == _bytes.Length - 1 ? _tailMask : 0xFF);

    private static long CountAll(ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            count += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte rest in bytes)
            count += BitOperations.PopCount(rest);
        return count;
    }
}
