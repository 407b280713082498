using System.IO.Hashing;
using System.Security.Cryptography;

namespace WebKv.Engine.SortedSets;

/// <summary>The hash of a member: XxHash3 with a seed drawn per process, so that nobody can prepare members that
/// collide.</summary>
internal static class MemberHash
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static uint Of(ReadOnlySpan<byte> member) => (uint)XxHash3.HashToUInt64(member, Seed);
}
