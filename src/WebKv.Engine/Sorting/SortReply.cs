using WebKv.Engine.Replies;

namespace WebKv.Engine.Sorting;

/// <summary>The result of SORT: entries of a reply buffer in an order of their own, or how many were stored.</summary>
public readonly struct SortReply(ReplyBuffer buffer, int[] picks, bool isStored) : IReply
{
    public int Count => picks.Length;

    public BulkReply this[int index] => buffer.Entry(picks[index]);

    public void WriteTo(IReplyWriter writer)
    {
        if (isStored)
        {
            writer.Integer(Count);
            return;
        }
        writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
            this[i].WriteTo(writer);
    }
}
