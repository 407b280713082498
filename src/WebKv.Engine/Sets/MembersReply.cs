using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>Members drawn from a set: a list, or, where no count was given, one member or nothing.</summary>
public readonly struct MembersReply(BulksReply members, bool isSingle) : IReply
{
    public BulksReply Members { get; } = members;

    public void WriteTo(IReplyWriter writer)
    {
        if (!isSingle)
            Members.WriteTo(writer);
        else if (Members.Count == 0)
            writer.Null();
        else
            Members[0].WriteTo(writer);
    }
}
