using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>A key and the elements that were taken from it; nothing if no key had a list.</summary>
public readonly ref struct LMPopReply : IReply
{
    /// <param name="key">The key, as the caller named it: it lives as long as the caller's command.</param>
    /// <param name="elements">The elements.</param>
    public LMPopReply(ReadOnlySpan<byte> key, BulksReply elements)
    {
        Key = key;
        Elements = elements;
        Found = true;
    }

    public bool Found { get; }

    public ReadOnlySpan<byte> Key { get; }

    public BulksReply Elements { get; }

    public void WriteTo(IReplyWriter writer)
    {
        if (!Found)
        {
            writer.NullArray();
            return;
        }
        writer.BeginArray(2);
        writer.Bulk(Key);
        Elements.WriteTo(writer);
    }
}
