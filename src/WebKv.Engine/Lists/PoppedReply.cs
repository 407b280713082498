using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>What LPOP or RPOP took: one element, or an array if a count was given.</summary>
public readonly struct PoppedReply(BulksReply elements, bool isMissing, bool isSingle) : IReply
{
    public BulksReply Elements { get; } = elements;

    /// <summary>There was no list.</summary>
    public bool IsMissing { get; } = isMissing;

    public void WriteTo(IReplyWriter writer)
    {
        if (isSingle && (IsMissing || Elements.Count == 0))
            writer.Null();
        else if (IsMissing)
            writer.NullArray();
        else if (isSingle)
            Elements[0].WriteTo(writer);
        else
            Elements.WriteTo(writer);
    }
}
