using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>The hash of a field: XxHash3 with a seed drawn per process, so that nobody can prepare fields that collide.
/// </summary>
internal static class FieldHash
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static uint Of(PackedItem field)
    {
        if (!field.IsInteger)
            return (uint)XxHash3.HashToUInt64(field.Bytes, Seed);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, field.Integer);
        return (uint)XxHash3.HashToUInt64(bytes, Seed);
    }
}
