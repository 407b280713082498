using System.Diagnostics;

namespace WebKv.Memory;

/// <summary>
/// Debug guards of the slab heap: eight known bytes behind each block, and a known fill in freed ones. In release
/// builds it takes no bytes and its calls are compiled away.
/// </summary>
internal static unsafe class Canary
{
#if DEBUG
    public const int Bytes = 8;
#else
    public const int Bytes = 0;
#endif

    private const ulong Alive = 0xC0FFEE_5EA1ED_A11EUL;
    private const byte Freed = 0xDD;

    [Conditional("DEBUG")]
    public static void Arm(byte* block, long bytes) => WriteUnaligned(block + bytes, Alive);

    [Conditional("DEBUG")]
    public static void Check(byte* block, long bytes)
    {
        if (new ReadOnlySpan<byte>(block + bytes, sizeof(ulong)).SequenceEqual(Pattern()))
            return;
        throw new InvalidOperationException($"Memory damage: the canary behind a block of {bytes} bytes is gone.");
    }

    [Conditional("DEBUG")]
    public static void Poison(byte* block, int size) => new Span<byte>(block, size).Fill(Freed);

    [Conditional("DEBUG")]
    public static void CheckFreed(byte* block, int size)
    {
        var rest = new ReadOnlySpan<byte>(block + sizeof(byte*), size - sizeof(byte*));
        if (rest.ContainsAnyExcept(Freed))
            throw new InvalidOperationException($"Memory damage: a freed block of {size} bytes was written to.");
    }

    private static void WriteUnaligned(byte* at, ulong value) => *(ulong*)at = value;

    private static ReadOnlySpan<byte> Pattern() => BitConverter.GetBytes(Alive);
}
