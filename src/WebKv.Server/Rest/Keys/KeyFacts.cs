using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Server.Rest.Keys;

/// <summary>What <see cref="DescribeKey"/> found.</summary>
internal readonly ref struct KeyFacts(RecordType type, long expiryMs, ReadOnlySpan<byte> encoding, long memoryBytes)
    : IReply
{
    public RecordType Type { get; } = type;

    /// <summary>Absolute expiry in Unix ms; 0 for none.</summary>
    public long ExpiryMs { get; } = expiryMs;

    /// <summary>The encoding's name; constant memory.</summary>
    public ReadOnlySpan<byte> Encoding { get; } = encoding;

    public long MemoryBytes { get; } = memoryBytes;

    public long? TtlMs(long nowMs) => ExpiryMs == 0 ? null : Math.Max(0, ExpiryMs - nowMs);

    public void WriteTo(IReplyWriter writer) => writer.Integer(MemoryBytes);
}
