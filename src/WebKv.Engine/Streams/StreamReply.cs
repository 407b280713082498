using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>What was read from one of several streams.</summary>
public readonly struct StreamReply(ReplyBuffer buffer, int at)
{
    public BulkReply Key => buffer.Entry(at);

    public EntriesReply Entries => new(buffer, at + 2, (int)buffer.Integer(at + 1));

    /// <summary>The stream behind this one. Walks over the entries.</summary>
    public StreamReply Next
    {
        get
        {
            EntriesReply entries = Entries;
            return new StreamReply(buffer, entries.EndAt);
        }
    }
}
