using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>
/// The bytes of one element of a <see cref="ScoredTable"/>: what its hash index and its tree both point at.
/// </summary>
/// <remarks>
/// <code>
///  0  f64  score
///  8  u32  hash of the member
/// 12  u8   length of the member; 255: a u32 with the length follows
///     member bytes
/// </code>
/// A member of 16 bytes and its score take a block of 32. An entry never moves while it lives.
/// </remarks>
internal readonly unsafe struct ScoredEntry : IIndexEntry
{
    private const int HashOffset = sizeof(double);
    private const int LengthOffset = HashOffset + sizeof(uint);
    private const int ShortHeaderBytes = LengthOffset + 1;
    private const int LongHeaderBytes = ShortHeaderBytes + sizeof(int);
    private const byte LongLength = byte.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint HashOf(byte* entry) => *(uint*)(entry + HashOffset);

    public static bool KeyEquals(byte* entry, ReadOnlySpan<byte> key) => Member(entry).SequenceEqual(key);

    public static ref double Score(byte* entry) => ref *(double*)entry;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Member(byte* entry)
    {
        int length = entry[LengthOffset];
        return length < LongLength
            ? new ReadOnlySpan<byte>(entry + ShortHeaderBytes, length)
            : new ReadOnlySpan<byte>(entry + LongHeaderBytes, *(int*)(entry + ShortHeaderBytes));
    }

    public static long BytesFor(int memberLength) =>
        (memberLength < LongLength ? ShortHeaderBytes : LongHeaderBytes) + (long)memberLength;

    public static long BytesOf(byte* entry) => BytesFor(Member(entry).Length);

    public static void Write(byte* entry, uint hash, double score, ReadOnlySpan<byte> member)
    {
        Score(entry) = score;
        *(uint*)(entry + HashOffset) = hash;
        bool isShort = member.Length < LongLength;
        entry[LengthOffset] = isShort ? (byte)member.Length : LongLength;
        if (!isShort)
            *(int*)(entry + ShortHeaderBytes) = member.Length;
        member.CopyTo(new Span<byte>(entry + (isShort ? ShortHeaderBytes : LongHeaderBytes), member.Length));
    }
}
