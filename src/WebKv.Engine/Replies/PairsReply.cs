namespace WebKv.Engine.Replies;

/// <summary>
/// Fields with their values; they lie in turns in a <see cref="ReplyBuffer"/>. RESP2 knows one flat list for both of
/// the shapes that RESP3 tells apart.
/// </summary>
/// <param name="buffer">Where they lie.</param>
/// <param name="first">Index of the first field's entry.</param>
/// <param name="count">How many pairs there are.</param>
/// <param name="isMap">A map, as of HGETALL; else a list of pairs, as of HRANDFIELD, where a field may come twice.
/// </param>
public readonly struct PairsReply(ReplyBuffer buffer, int first, int count, bool isMap = true) : IReply
{
    public int Count { get; } = count;

    public BulkReply FieldAt(int index) => buffer.Entry(first + index * 2);

    public BulkReply ValueAt(int index) => buffer.Entry(first + index * 2 + 1);

    /// <summary>Fields and values as one list, in turns.</summary>
    public BulksReply AsValues() => new(buffer, first, Count * 2);

    public void WriteTo(IReplyWriter writer)
    {
        if (isMap)
            writer.BeginMap(Count);
        else
            writer.BeginPairs(Count);
        for (int i = 0; i < Count; i++)
        {
            if (!isMap)
                writer.BeginPair();
            FieldAt(i).WriteTo(writer);
            ValueAt(i).WriteTo(writer);
        }
    }
}
