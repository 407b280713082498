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

    public void WriteTo(IReplyWriter writer)
    {
        if (_text.IsNull)
        {
            _payload.WriteTo(writer);
            return;
        }
        Blob payload = Blob.Allocate(DumpPayload.HeadBytes + _text.Length + DumpPayload.SumBytes);
        DumpPayload.Fill(payload.Span, _text.Span);
        writer.Bulk(payload);
        payload.Release();
    }
}
