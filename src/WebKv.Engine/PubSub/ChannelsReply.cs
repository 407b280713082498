using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>Channels that have subscribers. Command lines get their names only.</summary>
public readonly struct ChannelsReply(IReadOnlyList<ChannelCount> channels) : IReply
{
    public IReadOnlyList<ChannelCount> Channels { get; } = channels;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Channels.Count);
        foreach (ChannelCount channel in Channels)
            writer.Bulk(channel.Name);
    }
}
