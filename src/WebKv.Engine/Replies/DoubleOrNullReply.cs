namespace WebKv.Engine.Replies;

/// <summary>A number, or nothing.</summary>
public readonly struct DoubleOrNullReply(double? value) : IReply
{
    public double? Value { get; } = value;

    public void WriteTo(IReplyWriter writer)
    {
        if (Value is { } present)
            writer.Double(present);
        else
            writer.Null();
    }
}
