using WebKv.Engine.Execution;
using WebKv.Engine.PubSub;

namespace WebKv.Server.PubSub;

/// <summary>
/// The messages of a subscriber that is a stream of REST or gRPC: it waits for them without a thread.
/// </summary>
/// <remarks>Disposing it ends its subscriptions. Thread rule: one reader; it is woken from any thread.</remarks>
internal sealed class MessageFeed : IDisposable
{
    private const int ItemsAtOnce = 64;
    private const long BytesAtOnce = 256 * 1024;

    private readonly PubSubBroker _broker;
    private readonly Subscriber _subscriber;
    private readonly SemaphoreSlim _wakes = new(0);
    private readonly PushItem[] _items = new PushItem[ItemsAtOnce];

    public MessageFeed(KvEngine engine)
    {
        _broker = engine.PubSub;
        _subscriber = new Subscriber(engine.Options.SubscriberBytesMax, () => _wakes.Release());
    }

    /// <summary>Subscriptions of all kinds.</summary>
    public int Subscriptions => _subscriber.Count;

    public void Subscribe(SubscriptionKind kind, ReadOnlySpan<byte> name) => _broker.Subscribe(_subscriber, kind, name);

    /// <summary>Afterwards there are no messages of this subscription but those that can be taken now.</summary>
    public void Unsubscribe(SubscriptionKind kind, ReadOnlySpan<byte> name) =>
        _broker.Unsubscribe(_subscriber, kind, name);

    /// <summary>Waits until there may be something to take; false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan time, CancellationToken stop) => _wakes.WaitAsync(time, stop);

    /// <summary>Takes the next items, some hundred kilobytes at most and one message more; whoever has written one
    /// releases it. The span is good until the next call.</summary>
    public ReadOnlySpan<PushItem> Take() => _items.AsSpan(0, _subscriber.Take(_items, BytesAtOnce));

    public void Dispose() => _broker.Close(_subscriber);
}
