using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>Whether fields were set, which is 1 or 0, and, for typed doors, how many of them are new.</summary>
public readonly struct FieldsSetReply(bool isSet, long added) : IReply
{
    public bool IsSet { get; } = isSet;

    public long Added { get; } = added;

    public void WriteTo(IReplyWriter writer) => writer.Integer(IsSet ? 1 : 0);
}
