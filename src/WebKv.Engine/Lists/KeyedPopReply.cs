using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>What was taken from the first of several keys that had something.</summary>
/// <remarks>LMPOP nests the elements in an array, BLPOP puts its one element beside the key.</remarks>
public readonly ref struct KeyedPopReply(ReadOnlySpan<byte> key, BulksReply elements, bool isFlat) : IReply
{
    private readonly bool _isPresent = true;

    public bool IsNull => !_isPresent;

    public ReadOnlySpan<byte> Key { get; } = key;

    public BulksReply Elements { get; } = elements;

    public void WriteTo(IReplyWriter writer)
    {
        if (IsNull)
        {
            writer.NullArray();
            return;
        }
        writer.BeginArray(2);
        writer.Bulk(Key);
        if (isFlat)
            Elements[0].WriteTo(writer);
        else
            Elements.WriteTo(writer);
    }
}
