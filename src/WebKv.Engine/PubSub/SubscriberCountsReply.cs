using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>Channels, each followed by the number of its subscribers.</summary>
public readonly struct SubscriberCountsReply(IReadOnlyList<ChannelCount> channels) : IReply
{
    public IReadOnlyList<ChannelCount> Channels { get; } = channels;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Channels.Count * 2);
        foreach (ChannelCount channel in Channels)
        {
            writer.Bulk(channel.Name);
            writer.Integer(channel.Subscribers);
        }
    }
}
