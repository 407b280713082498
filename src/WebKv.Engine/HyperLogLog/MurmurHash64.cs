using System.Buffers.Binary;

namespace WebKv.Engine.HyperLogLog;

/// <summary>
/// MurmurHash64A by Austin Appleby, with the seed that Redis uses for HyperLogLogs.
/// </summary>
/// <remarks>Not the hash of the rest of the engine: registers are part of stored values, so that what they were made
/// with may never change, and values taken over from Redis must go on counting right.</remarks>
internal static class MurmurHash64
{
    private const ulong Seed = 0xADC83B19;
    private const ulong Multiplier = 0xC6A4A7935BD1E995;
    private const int Shift = 47;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = Seed ^ ((ulong)bytes.Length * Multiplier);
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes))) * Multiplier;
            bytes = bytes[sizeof(ulong)..];
        }
        if (!bytes.IsEmpty)
        {
            Span<byte> rest = stackalloc byte[sizeof(ulong)];
            rest.Clear();
            bytes.CopyTo(rest);
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * Multiplier;
        }
        hash = (hash ^ hash >> Shift) * Multiplier;
        return hash ^ hash >> Shift;
    }

    private static ulong Mix(ulong word)
    {
        word *= Multiplier;
        word ^= word >> Shift;
        return word * Multiplier;
    }
}
