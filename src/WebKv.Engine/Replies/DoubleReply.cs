namespace WebKv.Engine.Replies;

public readonly struct DoubleReply(double value) : IReply
{
    public double Value { get; } = value;

    public void WriteTo(IReplyWriter writer) => writer.Double(Value);
}
