using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>What SET did: whether it wrote, whether the key is new, and the old value if it was asked for.</summary>
public readonly ref struct SetReply(bool written, bool isNew, bool returnsOld, BulkReply old) : IReply
{
    public bool Written { get; } = written;

    /// <summary>Whether the key did not exist before.</summary>
    public bool IsNew { get; } = isNew;

    public BulkReply Old { get; } = old;

    public void WriteTo(IReplyWriter writer)
    {
        if (returnsOld)
            Old.WriteTo(writer);
        else if (Written)
            writer.Status("OK"u8);
        else
            writer.Null();
    }
}
