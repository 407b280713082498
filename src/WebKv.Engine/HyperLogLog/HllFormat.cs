using System.Buffers.Binary;
using WebKv.Engine.Errors;

namespace WebKv.Engine.HyperLogLog;

/// <summary>
/// The string value that holds a HyperLogLog, the same as in Redis: a head of 16 bytes, then 16384 registers.
/// </summary>
/// <remarks>
/// <code>
///  0  "HYLL"
///  4  u8   encoding: 0 dense, 1 sparse; three unused bytes
///  8  u64  a cardinality that Redis keeps here; the top bit says that it is out of date
/// 16       dense: registers of 6 bits, packed from the low bit up: 12288 bytes
///          sparse: 00rrrrrr           1 to 64 registers of 0
///                  01rrrrrr rrrrrrrr  1 to 16384 registers of 0
///                  1vvvvvrr           1 to 4 registers of 1 to 32
/// </code>
/// A value starts sparse, some hundred bytes for some hundred elements, and becomes dense when it would take more than
/// <see cref="SparseBytesMax"/> or a register passes 32. WebKv never fills in the cardinality: a read may not change
/// the value, which has an ETag and replicas.
/// </remarks>
internal static class HllFormat
{
    public const int HeadBytes = 16;
    public const int Registers = 1 << RegisterBits;
    public const int RegisterBits = 14;
    public const int DenseBytes = HeadBytes + Registers * BitsPerRegister / 8;
    public const int SparseBytesMax = HeadBytes + 3000;

    private const int BitsPerRegister = 6;
    private const int RegisterMask = (1 << BitsPerRegister) - 1;
    private const byte Dense = 0;
    private const byte Sparse = 1;
    private const int EncodingAt = 4;
    private const int StaleFlagAt = 15;
    private const byte StaleFlag = 0x80;
    private const byte ValueBit = 0x80;
    private const byte LongZerosBit = 0x40;
    private const int ShortZerosMax = 64;
    private const int SparseValueMax = 32;
    private const int SparseRunMax = 4;

    /// <summary>Whether this is a HyperLogLog, as far as its head tells.</summary>
    public static bool HasHead(ReadOnlySpan<byte> value) =>
        value.Length >= HeadBytes && value.StartsWith("HYLL"u8)
        && (value[EncodingAt] == Sparse || (value[EncodingAt] == Dense && value.Length == DenseBytes));

    public static bool IsDense(ReadOnlySpan<byte> value) => value[EncodingAt] == Dense;

    /// <summary>A register of a dense value.</summary>
    public static byte Register(ReadOnlySpan<byte> dense, int index)
    {
        int bit = index * BitsPerRegister;
        int at = HeadBytes + bit / 8;
        int pair = dense[at] | (at + 1 < dense.Length ? dense[at + 1] << 8 : 0);
        return (byte)(pair >> bit % 8 & RegisterMask);
    }

    public static void SetRegister(Span<byte> dense, int index, byte count)
    {
        int bit = index * BitsPerRegister;
        int at = HeadBytes + bit / 8;
        int pair = dense[at] | (at + 1 < dense.Length ? dense[at + 1] << 8 : 0);
        pair = pair & ~(RegisterMask << bit % 8) | count << bit % 8;
        dense[at] = (byte)pair;
        if (at + 1 < dense.Length)
            dense[at + 1] = (byte)(pair >> 8);
    }

    /// <summary>Says that registers were changed since a cardinality was last filled in.</summary>
    public static void MarkStale(Span<byte> value) => value[StaleFlagAt] |= StaleFlag;

    /// <summary>Raises registers to those of a value where they are lower.</summary>
    public static Error? MergeInto(Span<byte> registers, ReadOnlySpan<byte> value)
    {
        if (!IsDense(value))
            return MergeSparse(registers, value[HeadBytes..]) ? null : HllErrors.Corrupted;
        ReadOnlySpan<byte> packed = value[HeadBytes..];
        for (int i = 0, at = 0; i < Registers; i += 4, at += 3)
        {
            // Four registers are three bytes.
            int group = packed[at] | packed[at + 1] << 8 | packed[at + 2] << 16;
            for (int j = i; j < i + 4; j++, group >>= BitsPerRegister)
                registers[j] = Math.Max(registers[j], (byte)(group & RegisterMask));
        }
        return null;
    }

    /// <summary>Writes registers down, sparse if they fit; returns the length. The room must hold
    /// <see cref="DenseBytes"/>.</summary>
    public static int Write(ReadOnlySpan<byte> registers, Span<byte> room, bool asDense)
    {
        room[..HeadBytes].Clear();
        "HYLL"u8.CopyTo(room);
        room[EncodingAt] = Sparse;
        int length = asDense ? -1 : WriteSparse(registers, room[..SparseBytesMax]);
        if (length >= 0)
            return length;
        room[EncodingAt] = Dense;
        WriteDense(registers, room.Slice(HeadBytes, DenseBytes - HeadBytes));
        return DenseBytes;
    }

    private static bool MergeSparse(Span<byte> registers, ReadOnlySpan<byte> codes)
    {
        int index = 0;
        while (!codes.IsEmpty)
        {
            int head = codes[0];
            int used = 1;
            int run;
            if (head >= ValueBit)
            {
                run = (head & SparseRunMax - 1) + 1;
                if (index + run > Registers)
                    return false;
                foreach (ref byte register in registers.Slice(index, run))
                    register = Math.Max(register, (byte)((head >> 2 & SparseValueMax - 1) + 1));
            }
            else if (head < LongZerosBit)
            {
                run = head + 1;
            }
            else
            {
                used = 2;
                if (codes.Length < used)
                    return false;
                run = (head & ShortZerosMax - 1) << 8 | codes[1];
                run++;
            }
            index += run;
            codes = codes[used..];
        }
        return index == Registers;
    }

    // The length, or -1 if it does not fit.
    private static int WriteSparse(ReadOnlySpan<byte> registers, Span<byte> room)
    {
        int at = HeadBytes;
        for (int index = 0; index < registers.Length;)
        {
            if (at + 2 > room.Length)
                return -1;
            ReadOnlySpan<byte> rest = registers[index..];
            byte value = rest[0];
            int run = rest.IndexOfAnyExcept(value);
            run = run < 0 ? rest.Length : run;
            if (value > SparseValueMax)
                return -1;
            if (value > 0)
            {
                run = Math.Min(run, SparseRunMax);
                room[at++] = (byte)(ValueBit | value - 1 << 2 | run - 1);
            }
            else if (run <= ShortZerosMax)
            {
                room[at++] = (byte)(run - 1);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(room[at..], (ushort)(LongZerosBit << 8 | run - 1));
                at += sizeof(ushort);
            }
            index += run;
        }
        return at;
    }

    private static void WriteDense(ReadOnlySpan<byte> registers, Span<byte> packed)
    {
        for (int i = 0, at = 0; i < Registers; i += 4, at += 3)
        {
            int group = registers[i] | registers[i + 1] << BitsPerRegister
                | registers[i + 2] << 2 * BitsPerRegister | registers[i + 3] << 3 * BitsPerRegister;
            packed[at] = (byte)group;
            packed[at + 1] = (byte)(group >> 8);
            packed[at + 2] = (byte)(group >> 16);
        }
    }
}
