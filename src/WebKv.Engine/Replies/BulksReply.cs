namespace WebKv.Engine.Replies;

/// <summary>A list of byte strings, some possibly missing; they lie in a <see cref="ReplyBuffer"/>.</summary>
/// <param name="buffer">Where they lie.</param>
/// <param name="first">Index of the first entry.</param>
/// <param name="count">How many there are.</param>
/// <param name="isSet">Whether they are the members of a set, which RESP3 tells apart.</param>
public readonly struct BulksReply(ReplyBuffer buffer, int first, int count, bool isSet = false) : IReply
{
    public int Count { get; } = count;

    public BulkReply this[int index] => buffer.Entry(first + index);

    /// <summary>The list as fields with their values, which stand in it in turns.</summary>
    public PairsReply AsPairs() => new(buffer, first, Count / 2);

    public void WriteTo(IReplyWriter writer)
    {
        if (isSet)
            writer.BeginSet(Count);
        else
            writer.BeginArray(Count);
        for (int i = 0; i < Count; i++)
            this[i].WriteTo(writer);
    }
}
