using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>
/// What a subscriber takes out of its queue: a message, with the pattern that it came by, or a discontinuity: the
/// number of messages that were dropped at this place because the subscriber was too slow.
/// </summary>
/// <remarks>Whoever has taken one releases it once its bytes are written.</remarks>
public readonly struct PushItem
{
    // About what a place in the queue and a share of the message's object take.
    private const int OverheadBytes = 64;

    internal PushItem(PushMessage message, byte[]? pattern)
    {
        Message = message;
        Pattern = pattern;
    }

    private PushItem(long dropped) => Dropped = dropped;

    /// <summary>Null for a discontinuity.</summary>
    public PushMessage? Message { get; }

    /// <summary>The pattern of the subscription; null when it was to the channel itself.</summary>
    public byte[]? Pattern { get; }

    public long Dropped { get; }

    /// <summary>What it counts for in a subscriber's limit.</summary>
    internal long Bytes => Message is null ? 0 : BytesOf(Message);

    internal static PushItem Discontinuity(long dropped) => new(dropped);

    internal static long BytesOf(PushMessage message) => message.Bytes + OverheadBytes;

    /// <summary>Writes a message as Redis pushes it; a discontinuity has no such form.</summary>
    public void WriteTo(IReplyWriter writer)
    {
        if (Message is null)
            return;
        writer.BeginPush(Pattern is null ? 3 : 4);
        if (Pattern is not null)
        {
            writer.Bulk("pmessage"u8);
            writer.Bulk(Pattern);
        }
        else
        {
            writer.Bulk(Message.Kind == SubscriptionKind.ShardChannel ? "smessage"u8 : "message"u8);
        }
        writer.Bulk(Message.Channel);
        if (Message.Blob.IsNull)
            writer.Bulk(Message.Payload);
        else
            writer.Bulk(Message.Blob);
    }

    public void Release() => Message?.Release();
}
