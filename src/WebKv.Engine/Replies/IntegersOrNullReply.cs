namespace WebKv.Engine.Replies;

/// <summary>A list of integers, some of which are missing.</summary>
public readonly struct IntegersOrNullReply(long?[] values) : IReply
{
    public ReadOnlySpan<long?> Values => values;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Values.Length);
        foreach (long? value in Values)
        {
            if (value is { } present)
                writer.Integer(present);
            else
                writer.Null();
        }
    }
}
