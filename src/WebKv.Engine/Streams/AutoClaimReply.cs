using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>What XAUTOCLAIM claimed, which pending ids it dropped because their entries are gone, and where to go on:
/// 0-0 at the end.</summary>
public readonly struct AutoClaimReply(StreamId next, EntriesReply entries, IReadOnlyList<StreamId> gone) : IReply
{
    public StreamId Next { get; } = next;

    public EntriesReply Entries { get; } = entries;

    public IReadOnlyList<StreamId> Gone { get; } = gone;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(3);
        StreamIdReply.Write(writer, Next);
        Entries.WriteTo(writer);
        writer.BeginArray(Gone.Count);
        foreach (StreamId id in Gone)
            StreamIdReply.Write(writer, id);
    }
}
