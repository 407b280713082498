namespace WebKv.Engine.Replies;

/// <summary>A list of integers.</summary>
public readonly struct IntegersReply(long[] values) : IReply
{
    public ReadOnlySpan<long> Values => values;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Values.Length);
        foreach (long value in Values)
            writer.Integer(value);
    }
}
