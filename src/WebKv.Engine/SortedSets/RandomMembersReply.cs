using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>Members drawn at random: a list, or one or nothing.</summary>
public readonly struct RandomMembersReply(MembersReply drawn, bool isList) : IReply
{
    public MembersReply Drawn { get; } = drawn;

    public void WriteTo(IReplyWriter writer)
    {
        if (isList)
            Drawn.WriteTo(writer);
        else if (Drawn.Count == 0)
            writer.Null();
        else
            Drawn.Members[0].WriteTo(writer);
    }
}
