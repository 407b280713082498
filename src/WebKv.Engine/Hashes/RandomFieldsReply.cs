using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>Fields drawn from a hash: names, names with values, or, where no count was given, one name or nothing.
/// </summary>
public readonly struct RandomFieldsReply(ReplyBuffer buffer, int count, bool withValues, bool isSingle) : IReply
{
    /// <summary>The fields, if they were asked for without their values.</summary>
    public BulksReply Names => new(buffer, 0, count);

    /// <summary>The fields, if they were asked for with their values.</summary>
    public PairsReply Pairs => new(buffer, 0, count, isMap: false);

    public void WriteTo(IReplyWriter writer)
    {
        if (withValues)
            Pairs.WriteTo(writer);
        else if (!isSingle)
            Names.WriteTo(writer);
        else if (count == 0)
            writer.Null();
        else
            Names[0].WriteTo(writer);
    }
}
