using WebKv.Engine.Replies;

namespace WebKv.Engine.Streams;

/// <summary>How much a consumer had pending that is removed now; Redis tells 0, too, if there was no such consumer.
/// </summary>
public readonly struct ConsumerRemovedReply(bool existed, long pending) : IReply
{
    public bool Existed { get; } = existed;

    public long Pending { get; } = pending;

    public void WriteTo(IReplyWriter writer) => writer.Integer(Pending);
}
