using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>The hash of a set's member: XxHash3 with a seed drawn per process, so that nobody can prepare members that
/// collide.</summary>
internal static class MemberHash
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static uint Of(PackedItem member)
    {
        if (!member.IsInteger)
            return (uint)XxHash3.HashToUInt64(member.Bytes, Seed);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, member.Integer);
        return (uint)XxHash3.HashToUInt64(bytes, Seed);
    }
}
