using Google.Protobuf.Collections;
using WebKv.Engine.PubSub;
using WebKv.Server.PubSub;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>
/// Fills responses with events: as many in one as have come, within what a response may hold, since a message of gRPC
/// costs more than an event.
/// </summary>
/// <param name="feed">Where they come from.</param>
/// <param name="bytesMax">What a response may hold.</param>
internal sealed class EventBatch(MessageFeed feed, long bytesMax)
{
    private readonly Queue<SubscriptionEvent> _taken = new();

    /// <summary>Moves the next events into an empty response; false when there are none yet.</summary>
    public bool Fill(RepeatedField<SubscriptionEvent> events)
    {
        if (_taken.Count == 0)
            Take();
        long bytes = 0;
        while (_taken.TryPeek(out SubscriptionEvent? next))
        {
            bytes += next.CalculateSize() + sizeof(long);
            if (events.Count > 0 && bytes > bytesMax)
                break;
            events.Add(_taken.Dequeue());
        }
        return events.Count > 0;
    }

    private void Take()
    {
        foreach (PushItem item in feed.Take())
        {
            _taken.Enqueue(SubscriptionEvents.Of(item, bytesMax));
            item.Release();
        }
    }
}
