using WebKv.Engine.Commands;
using WebKv.Engine.Keys;

namespace WebKv.Engine.PubSub;

/// <summary>
/// Takes messages from all doors and puts them into the queues of those who are subscribed, whichever door they came
/// by.
/// </summary>
/// <remarks>
/// Publishing looks the channel up in its stripe and queues one shared message to each subscriber, then to those of
/// each pattern that matches; whoever is subscribed twice gets it twice, as in Redis. It never waits for a subscriber.
/// Messages to one channel in a row are queued together (<see cref="Outbox"/>).
/// Patterns are read under the gate of any stripe and changed under the gates of all, which is dear and rare.
/// A subscriber that is gone has left nothing behind once <see cref="Close"/> returns.
/// Cost: O(subscribers of the channel + patterns). Lock order: shard, stripe, subscriber.
/// </remarks>
public sealed class PubSubBroker
{
    private readonly ChannelTable _channels = new();
    private readonly ChannelTable _shardChannels = new();
    private readonly Dictionary<byte[], List<Subscriber>> _patterns = new(NameComparer.Instance);
    private int _subscriptions;

    /// <summary>Whether nobody is subscribed to anything.</summary>
    public bool IsIdle => Volatile.Read(ref _subscriptions) == 0;

    /// <summary>Different patterns that have subscribers.</summary>
    public int PatternCount => _patterns.Count;

    /// <summary>Channels, or sharded channels, that have subscribers.</summary>
    public int CountChannels(SubscriptionKind kind) => TableOf(kind).Count;

    /// <summary>Sends a message to all its receivers; returns how many there are.</summary>
    /// <param name="kind">A channel or a sharded channel.</param>
    /// <param name="channel">Its name.</param>
    /// <param name="payload">The message.</param>
    /// <param name="outbox">Where it may wait for more to the same channel, until the outbox is sent.</param>
    public int Publish(SubscriptionKind kind, ReadOnlySpan<byte> channel, Value payload, Outbox outbox)
    {
        if (IsIdle)
            return 0;
        if (outbox.TryAdd(kind, channel, payload, out int receivers))
            return receivers;
        outbox.Deliver();
        var delivery = new Delivery(kind, channel, payload, outbox);
        ChannelStripe stripe = TableOf(kind).StripeOf(channel);
        lock (stripe.Gate)
        {
            ChannelStripe.Channel? found = stripe.Find(channel);
            if (found is not null && !MatchesAnyPattern(kind, channel))
                delivery.Postpone(this, found);
            else
                DeliverNow(ref delivery, found);
        }
        return delivery.Receivers;
    }

    /// <summary>The same for what must be queued before the caller goes on, such as while it holds a lock that gives
    /// the messages their order.</summary>
    public int PublishNow(ReadOnlySpan<byte> channel, Value payload, Outbox outbox)
    {
        if (IsIdle)
            return 0;
        outbox.Deliver();
        var delivery = new Delivery(SubscriptionKind.Channel, channel, payload, outbox);
        ChannelStripe stripe = _channels.StripeOf(channel);
        lock (stripe.Gate)
            DeliverNow(ref delivery, stripe.Find(channel));
        return delivery.Receivers;
    }

    /// <summary>Returns whether it is new.</summary>
    public bool Subscribe(Subscriber subscriber, SubscriptionKind kind, ReadOnlySpan<byte> name)
    {
        if (subscriber.HasName(kind, name))
            return false;
        Interlocked.Increment(ref _subscriptions);
        subscriber.AddName(kind, kind == SubscriptionKind.Pattern
            ? AddPattern(name.ToArray(), subscriber)
            : AddToChannel(kind, name, subscriber));
        return true;
    }

    /// <summary>Afterwards no further message of this subscription is queued. Returns whether there was one.</summary>
    public bool Unsubscribe(Subscriber subscriber, SubscriptionKind kind, ReadOnlySpan<byte> name)
    {
        if (!subscriber.RemoveName(kind, name))
            return false;
        if (kind == SubscriptionKind.Pattern)
            RemovePattern(name.ToArray(), subscriber);
        else
            RemoveFromChannel(kind, name, subscriber);
        Interlocked.Decrement(ref _subscriptions);
        return true;
    }

    /// <summary>Ends all subscriptions of a subscriber that stays.</summary>
    public void UnsubscribeAll(Subscriber subscriber)
    {
        foreach (SubscriptionKind kind in Enum.GetValues<SubscriptionKind>())
            foreach (byte[] name in subscriber.NamesOf(kind).ToArray())
                Unsubscribe(subscriber, kind, name);
    }

    /// <summary>Ends a subscriber and frees what it has not read.</summary>
    public void Close(Subscriber subscriber)
    {
        UnsubscribeAll(subscriber);
        subscriber.Close();
    }

    /// <summary>Channels that have subscribers, in no order.</summary>
    public List<ChannelCount> ListChannels(SubscriptionKind kind, ChannelPattern pattern = default)
    {
        var channels = new List<ChannelCount>();
        foreach (ChannelStripe stripe in TableOf(kind).Stripes)
            lock (stripe.Gate)
                stripe.AddMatching(pattern, channels);
        return channels;
    }

    /// <summary>Subscribers of each of some channels; those of patterns do not count.</summary>
    public List<ChannelCount> CountSubscribers(SubscriptionKind kind, IReadOnlyList<byte[]> channels)
    {
        var counts = new List<ChannelCount>(channels.Count);
        foreach (byte[] channel in channels)
        {
            ChannelStripe stripe = TableOf(kind).StripeOf(channel);
            lock (stripe.Gate)
                counts.Add(new ChannelCount(channel, stripe.Find(channel)?.Subscribers.Count ?? 0));
        }
        return counts;
    }

    /// <summary>Queues messages to one channel that have waited in an outbox.</summary>
    internal void Deliver(ReadOnlySpan<PushMessage> messages, Outbox outbox)
    {
        ChannelStripe stripe = TableOf(messages[0].Kind).StripeOf(messages[0].Channel);
        lock (stripe.Gate)
            if (stripe.Find(messages[0].Channel) is { } found)
                foreach (Subscriber subscriber in found.Subscribers)
                    subscriber.Offer(messages, pattern: null, outbox);
    }

    private bool MatchesAnyPattern(SubscriptionKind kind, ReadOnlySpan<byte> channel)
    {
        if (kind == SubscriptionKind.Channel)
            foreach (byte[] pattern in _patterns.Keys)
                if (GlobPattern.Matches(pattern, channel))
                    return true;
        return false;
    }

    private void DeliverNow(ref Delivery delivery, ChannelStripe.Channel? found)
    {
        if (found is not null)
            delivery.ToAll(found.Subscribers, found.Name);
        if (delivery.Kind == SubscriptionKind.Channel)
            foreach ((byte[] pattern, List<Subscriber> subscribers) in _patterns)
                if (GlobPattern.Matches(pattern, delivery.Channel))
                    delivery.ToAll(subscribers, channelName: null, pattern);
        delivery.End();
    }

    private byte[] AddToChannel(SubscriptionKind kind, ReadOnlySpan<byte> name, Subscriber subscriber)
    {
        ChannelStripe stripe = TableOf(kind).StripeOf(name);
        lock (stripe.Gate)
            return stripe.Add(name, subscriber);
    }

    private void RemoveFromChannel(SubscriptionKind kind, ReadOnlySpan<byte> name, Subscriber subscriber)
    {
        ChannelStripe stripe = TableOf(kind).StripeOf(name);
        lock (stripe.Gate)
            stripe.Remove(name, subscriber);
    }

    private byte[] AddPattern(byte[] pattern, Subscriber subscriber)
    {
        _channels.WhileQuiet(() =>
        {
            if (!_patterns.TryGetValue(pattern, out List<Subscriber>? subscribers))
                _patterns[pattern] = subscribers = [];
            subscribers.Add(subscriber);
        });
        return pattern;
    }

    private void RemovePattern(byte[] pattern, Subscriber subscriber) => _channels.WhileQuiet(() =>
    {
        if (!_patterns.TryGetValue(pattern, out List<Subscriber>? subscribers))
            return;
        subscribers.Remove(subscriber);
        if (subscribers.Count == 0)
            _patterns.Remove(pattern);
    });

    private ChannelTable TableOf(SubscriptionKind kind) =>
        kind == SubscriptionKind.ShardChannel ? _shardChannels : _channels;

    // One message on its way: its object is made when the first receiver is found.
    private ref struct Delivery(SubscriptionKind kind, ReadOnlySpan<byte> channel, Value payload, Outbox outbox)
    {
        private readonly Value _payload = payload;
        private PushMessage? _message;

        public readonly SubscriptionKind Kind => kind;

        public ReadOnlySpan<byte> Channel { get; } = channel;

        public int Receivers { get; private set; }

        public void Postpone(PubSubBroker broker, ChannelStripe.Channel found)
        {
            Receivers = found.Subscribers.Count;
            outbox.Begin(broker, new PushMessage(kind, found.Name, _payload), Receivers);
        }

        public void ToAll(List<Subscriber> subscribers, byte[]? channelName, byte[]? pattern = null)
        {
            _message ??= new PushMessage(kind, channelName ?? Channel.ToArray(), _payload);
            foreach (Subscriber subscriber in subscribers)
                subscriber.Offer(new ReadOnlySpan<PushMessage>(in _message), pattern, outbox);
            Receivers += subscribers.Count;
        }

        public readonly void End() => _message?.Release();
    }
}
