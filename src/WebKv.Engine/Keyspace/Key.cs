using System.IO.Hashing;
using System.Security.Cryptography;

namespace WebKv.Engine.Keyspace;

/// <summary>
/// A key with its two hashes, computed before any lock is taken.
/// </summary>
/// <remarks>
/// <see cref="Hash"/> is XxHash3 with a seed drawn per process, so that nobody can prepare keys that collide.
/// <see cref="Slot"/> is the cluster slot, which decides the shard: all keys of a slot lie in one shard.
/// A key is any bytes, the empty string included, up to 512 MiB.
/// </remarks>
public readonly ref struct Key
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    private Key(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        Hash = XxHash3.HashToUInt64(bytes, Seed);
        Slot = ClusterSlot.Of(bytes);
    }

    public ReadOnlySpan<byte> Bytes { get; }

    public ulong Hash { get; }

    public int Slot { get; }

    public static Key Of(ReadOnlySpan<byte> bytes) => new(bytes);
}
