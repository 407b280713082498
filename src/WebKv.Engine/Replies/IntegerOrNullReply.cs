namespace WebKv.Engine.Replies;

/// <summary>An integer, or nothing.</summary>
public readonly struct IntegerOrNullReply(long? value) : IReply
{
    public long? Value { get; } = value;

    public void WriteTo(IReplyWriter writer)
    {
        if (Value is { } present)
            writer.Integer(present);
        else
            writer.Null();
    }
}
