using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>The groups of a stream.</summary>
public readonly struct GroupInfosReply(GroupInfo[] groups) : IReply
{
    public IReadOnlyList<GroupInfo> Groups => groups;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(groups.Length);
        foreach (GroupInfo group in groups)
        {
            writer.BeginMap(6);
            writer.Bulk("name"u8);
            writer.Bulk(group.Name);
            writer.Bulk("consumers"u8);
            writer.Integer(group.Consumers);
            writer.Bulk("pending"u8);
            writer.Integer(group.Pending);
            writer.Bulk("last-delivered-id"u8);
            StreamIdReply.Write(writer, group.LastId);
            writer.Bulk("entries-read"u8);
            GroupInfo.WriteCount(writer, group.EntriesRead);
            writer.Bulk("lag"u8);
            GroupInfo.WriteCount(writer, group.Lag);
        }
    }
}
