using Google.Protobuf;
using WebKv.Engine.PubSub;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>What a subscriber is told, as messages of the contract.</summary>
internal static class SubscriptionEvents
{
    // Room for what stands around the bytes of a message in a response.
    private const int FrameBytes = 128;

    public static SubscriptionEvent Heartbeat { get; } = new() { Heartbeat = new() };

    /// <summary>A message, a gap, or, for a message that a response cannot hold, a gap of one.</summary>
    public static SubscriptionEvent Of(PushItem item, long responseBytesMax)
    {
        if (item.Message is not { } message)
            return Gap(item.Dropped, Discontinuity.Types.Reason.Slow);
        if (message.Bytes + FrameBytes + (item.Pattern?.Length ?? 0) > responseBytesMax)
            return Gap(1, Discontinuity.Types.Reason.TooLarge);
        var published = new PublishedMessage
        {
            Channel = UnsafeByteOperations.UnsafeWrap(message.Channel),
            Message = ByteString.CopyFrom(message.Payload),
            Sharded = message.Kind == SubscriptionKind.ShardChannel,
        };
        if (item.Pattern is not null)
            published.Pattern = UnsafeByteOperations.UnsafeWrap(item.Pattern);
        return new SubscriptionEvent { Message = published };
    }

    public static SubscriptionEvent Subscribed(ChannelSelection selection, int subscriptions) =>
        new() { Subscribed = new() { Selection = selection, Subscriptions = subscriptions } };

    public static SubscriptionEvent Unsubscribed(ChannelSelection selection, int subscriptions) =>
        new() { Unsubscribed = new() { Selection = selection, Subscriptions = subscriptions } };

    private static SubscriptionEvent Gap(long dropped, Discontinuity.Types.Reason reason) =>
        new() { Discontinuity = new() { Dropped = dropped, Reason = reason } };
}
