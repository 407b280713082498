using System.Buffers.Text;
using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// The data set of the comparison: record i has the 16-byte key "key:" + 12 digits, which is also
/// what redis-benchmark asks for with -r, and a 32-byte value of hex digits that differs from
/// record to record and that no server can store as a number.
/// </summary>
internal static class Record
{
    public const int KeyBytes = 16;
    public const int ValueBytes = 32;

    private static ReadOnlySpan<byte> Prefix => "key:"u8;

    public static void WriteKey(Span<byte> destination, int index)
    {
        Prefix.CopyTo(destination);
        var digits = destination[Prefix.Length..KeyBytes];
        var ok = Utf8Formatter.TryFormat((long)index, digits, out var written, new('D', 12));
        Debug.Assert(ok && written == digits.Length);
    }

    public static void WriteValue(Span<byte> destination, int index)
    {
        var state = (ulong)index;
        for (var at = 0; at < ValueBytes; at += 16)
        {
            state = Scramble(state);
            var ok = Utf8Formatter.TryFormat(state, destination.Slice(at, 16), out var written, new('x', 16));
            Debug.Assert(ok && written == 16);
        }

        // A leading letter keeps the value from ever looking like a number.
        destination[0] = (byte)'v';
    }

    // The finalizer of SplitMix64: neighbouring indexes give unrelated digits.
    private static ulong Scramble(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
