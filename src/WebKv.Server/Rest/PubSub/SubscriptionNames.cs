using WebKv.Engine.PubSub;
using WebKv.Server.PubSub;
using WebKv.Server.Rest.Calls;

namespace WebKv.Server.Rest.PubSub;

/// <summary>What a stream is to be subscribed to: parameters channel, pattern and shardChannel, each any number of
/// times.</summary>
internal sealed record SubscriptionNames(
    IReadOnlyList<byte[]> Channels, IReadOnlyList<byte[]> Patterns, IReadOnlyList<byte[]> ShardChannels)
{
    public static SubscriptionNames Read(ref RestCall call)
    {
        var names = new SubscriptionNames(
            call.Url.BytesList("channel"), call.Url.BytesList("pattern"), call.Url.BytesList("shardChannel"));
        if (names.Channels.Count + names.Patterns.Count + names.ShardChannels.Count == 0)
            call.Url.Refuse("channel", "name at least one channel, pattern or shardChannel.");
        return names;
    }

    public void SubscribeTo(MessageFeed feed)
    {
        foreach (byte[] channel in Channels)
            feed.Subscribe(SubscriptionKind.Channel, channel);
        foreach (byte[] pattern in Patterns)
            feed.Subscribe(SubscriptionKind.Pattern, pattern);
        foreach (byte[] channel in ShardChannels)
            feed.Subscribe(SubscriptionKind.ShardChannel, channel);
    }
}
