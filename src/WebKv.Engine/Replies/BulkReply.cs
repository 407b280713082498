using WebKv.Memory;

namespace WebKv.Engine.Replies;

/// <summary>
/// Bytes or their absence. Small values are a copy in the context's <see cref="ReplyBuffer"/>; big ones are the blob
/// itself, retained by that buffer. Both live until the buffer is reset.
/// </summary>
public readonly ref struct BulkReply : IReply
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _present;

    public BulkReply(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _present = true;
    }

    public BulkReply(Blob blob)
    {
        Blob = blob;
        _present = true;
    }

    public bool IsNull => !_present;

    /// <summary>The blob, when the value is one.</summary>
    public Blob Blob { get; }

    public ReadOnlySpan<byte> Bytes => Blob.IsNull ? _bytes : Blob.Span;

    public void WriteTo(IReplyWriter writer)
    {
        if (IsNull)
            writer.Null();
        else if (Blob.IsNull)
            writer.Bulk(_bytes);
        else
            writer.Bulk(Blob);
    }
}
