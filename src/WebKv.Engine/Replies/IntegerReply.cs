namespace WebKv.Engine.Replies;

public readonly struct IntegerReply(long value) : IReply
{
    public long Value { get; } = value;

    public void WriteTo(IReplyWriter writer) => writer.Integer(Value);
}
