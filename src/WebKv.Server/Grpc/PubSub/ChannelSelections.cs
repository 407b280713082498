using Google.Protobuf;
using WebKv.Engine.PubSub;
using WebKv.Server.PubSub;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>Does what a selection of channels asks for.</summary>
internal static class ChannelSelections
{
    public static void SubscribeTo(this ChannelSelection selection, MessageFeed feed)
    {
        foreach ((SubscriptionKind kind, ByteString name) in NamesOf(selection))
            feed.Subscribe(kind, name.Span);
    }

    public static void UnsubscribeFrom(this ChannelSelection selection, MessageFeed feed)
    {
        foreach ((SubscriptionKind kind, ByteString name) in NamesOf(selection))
            feed.Unsubscribe(kind, name.Span);
    }

    private static IEnumerable<(SubscriptionKind Kind, ByteString Name)> NamesOf(ChannelSelection selection) =>
    [
        .. selection.Channels.Select(name => (SubscriptionKind.Channel, name)),
        .. selection.Patterns.Select(name => (SubscriptionKind.Pattern, name)),
        .. selection.ShardChannels.Select(name => (SubscriptionKind.ShardChannel, name)),
    ];
}
