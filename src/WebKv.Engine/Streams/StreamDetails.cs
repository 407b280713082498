using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>What XINFO STREAM FULL adds: the first entries, and the groups with what is pending.</summary>
/// <param name="Entries">The first entries.</param>
/// <param name="Groups">All groups.</param>
public sealed record StreamDetails(EntriesReply Entries, IReadOnlyList<GroupDetails> Groups) : IReply
{
    public void WriteTo(IReplyWriter writer)
    {
        writer.Bulk("entries"u8);
        Entries.WriteTo(writer);
        writer.Bulk("groups"u8);
        writer.BeginArray(Groups.Count);
        foreach (GroupDetails group in Groups)
            group.WriteTo(writer);
    }

    internal static StreamDetails Of(CommandContext context, StreamCollection stream, long countMax)
    {
        EntriesReply entries = EntriesReply.Copy(
            context.Replies, stream.Range(StreamId.Min, StreamId.Max), countMax);
        var groups = new GroupDetails[stream.GroupCount];
        for (int i = 0; i < groups.Length; i++)
            groups[i] = GroupDetails.Of(context, stream, stream.GroupAt(i), countMax);
        return new StreamDetails(entries, groups);
    }
}
