using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Server.Operations;

/// <summary>What <see cref="Inspect"/> saw.</summary>
internal readonly ref struct Inspection : IReply
{
    /// <summary>Whether the key exists; the rest means nothing otherwise.</summary>
    public bool Exists { get; init; }

    public RecordType Type { get; init; }

    /// <summary>Absolute expiry in Unix ms; 0 for none.</summary>
    public long ExpiryMs { get; init; }

    /// <summary>The encoding's name; constant memory.</summary>
    public ReadOnlySpan<byte> Encoding { get; init; }

    public long MemoryBytes { get; init; }

    /// <summary>Milliseconds left, or null without an expiry.</summary>
    public long? TtlMs(long nowMs) => ExpiryMs == 0 ? null : Math.Max(0, ExpiryMs - nowMs);

    public void WriteTo(IReplyWriter writer) => writer.Bulk(Encoding);
}
