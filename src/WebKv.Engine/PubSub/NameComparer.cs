using System.IO.Hashing;
using System.Security.Cryptography;

namespace WebKv.Engine.PubSub;

/// <summary>
/// Compares names of channels and patterns byte by byte. The hash is seeded per process, so that nobody can prepare
/// names that collide.
/// </summary>
internal sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    private NameComparer()
    {
    }

    public static NameComparer Instance { get; } = new();

    public static int HashOf(ReadOnlySpan<byte> name) => (int)XxHash3.HashToUInt64(name, Seed);

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => HashOf(obj);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate) => HashOf(alternate);

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
