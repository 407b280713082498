using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Keys;

/// <summary>What <see cref="Inspect"/> saw.</summary>
internal readonly struct Inspection : IReply
{
    /// <summary>Whether the key exists; the rest means nothing otherwise.</summary>
    public bool Exists { get; init; }

    public RecordType Type { get; init; }

    /// <summary>Absolute expiry in Unix ms; 0 for none.</summary>
    public long DeadlineMs { get; init; }

    public string Encoding { get; init; }

    public long MemoryBytes { get; init; }

    public void WriteTo(IReplyWriter writer) => writer.Bulk(System.Text.Encoding.UTF8.GetBytes(Encoding));
}
