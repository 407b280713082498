using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// The payload of a DUMP, or nothing. That of a big string is made when it is asked for, from a blob that the reply
/// buffer retains, so after the shard was unlocked.
/// </summary>
public readonly ref struct DumpReply : IReply
{
    private readonly BulkReply _payload;
    private readonly Blob _text;

    internal DumpReply(BulkReply payload) => _payload = payload;

    /// <param name="text">The value of a string.</param>
    internal DumpReply(Blob text) => _text = text;

    public bool IsNull => _text.IsNull && _payload.IsNull;

    /// <summary>Bytes of the payload.</summary>
    public int Length => _text.IsNull
        ? _payload.Bytes.Length
        : DumpPayload.HeadBytes + _text.Length + DumpPayload.SumBytes;

    /// <summary>The payload, which must be there; the caller has a reference to release.</summary>
    public Blob ToBlob()
    {
        if (_text.IsNull && _payload.Blob.IsNull)
            return Blob.CopyOf(_payload.Bytes);
        if (_text.IsNull)
        {
            _payload.Blob.Retain();
            return _payload.Blob;
        }
        Blob payload = Blob.Allocate(Length);
        DumpPayload.Fill(payload.Span, _text.Span);
        return payload;
    }

    public void WriteTo(IReplyWriter writer)
    {
        if (_text.IsNull)
        {
            _payload.WriteTo(writer);
            return;
        }
        Blob payload = ToBlob();
        writer.Bulk(payload);
        payload.Release();
    }
}
