namespace WebKv.Engine.Replies;

/// <summary>A list of byte strings, some possibly missing; they lie in a <see cref="ReplyBuffer"/>.</summary>
public readonly struct BulksReply(ReplyBuffer buffer, int first, int count) : IReply
{
    public int Count { get; } = count;

    public BulkReply this[int index] => buffer.Entry(first + index);

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
            this[i].WriteTo(writer);
    }
}
