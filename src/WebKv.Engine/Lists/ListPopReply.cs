using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>What a pop has taken: one element or, when a number was asked for, a list of them. Nothing if there was no
/// list.</summary>
public readonly struct ListPopReply(BulksReply elements, bool found, bool isList) : IReply
{
    /// <summary>Whether there was a list.</summary>
    public bool Found { get; } = found;

    public BulksReply Elements { get; } = elements;

    public void WriteTo(IReplyWriter writer)
    {
        if (isList && Found)
            Elements.WriteTo(writer);
        else if (isList)
            writer.NullArray();
        else if (Found)
            Elements[0].WriteTo(writer);
        else
            writer.Null();
    }
}
