using System.Runtime.InteropServices;
using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>
/// What a batch of commands has published: messages that are still to be queued to their receivers, and receivers that
/// have got something to read and are still to be told.
/// </summary>
/// <remarks>
/// The idea: both cost less together. Messages to one channel in a row wait here and are queued at once, under one lock
/// per receiver; who has become readable is told once, outside of all locks, so that a pipeline of messages goes out
/// in one write. A <see cref="Execution.CommandContext"/> has one and sends it when it is given back, which is before
/// the publisher gets its replies.
/// A few subscribers are told by the publishing thread itself, which costs less than handing them over; of very many
/// most are left to the thread pool, so that nobody's other clients wait for them. Thread rule: one thread.
/// </remarks>
public sealed class Outbox
{
    private const int MessagesMax = 64;
    private const int WakesInline = 32;

    private readonly List<PushMessage> _messages = [];
    private readonly List<Subscriber> _woken = [];
    private PubSubBroker? _broker;
    private int _receivers;

    /// <summary>Queues what waits and tells the receivers.</summary>
    public void Send()
    {
        Deliver();
        if (_woken.Count == 0)
            return;
        int inline = Math.Min(_woken.Count, WakesInline);
        for (int first = inline; first < _woken.Count; first += WakesInline)
            HandOver(_woken.GetRange(first, Math.Min(WakesInline, _woken.Count - first)));
        for (int i = 0; i < inline; i++)
            _woken[i].Wake();
        _woken.Clear();
    }

    /// <summary>Queues what waits, ahead of something that must come after it.</summary>
    internal void Deliver()
    {
        if (_messages.Count == 0)
            return;
        _broker!.Deliver(CollectionsMarshal.AsSpan(_messages), this);
        foreach (PushMessage message in _messages)
            message.Release();
        _messages.Clear();
    }

    /// <summary>Lets a message wait that nobody receives by a pattern.</summary>
    internal void Begin(PubSubBroker broker, PushMessage message, int receivers)
    {
        _broker = broker;
        _receivers = receivers;
        _messages.Add(message);
    }

    /// <summary>Lets another message to the same channel wait; false when the last one went elsewhere.</summary>
    internal bool TryAdd(SubscriptionKind kind, ReadOnlySpan<byte> channel, Value payload, out int receivers)
    {
        receivers = _receivers;
        if (_messages.Count is 0 or MessagesMax)
            return false;
        PushMessage last = _messages[^1];
        if (last.Kind != kind || !channel.SequenceEqual(last.Channel))
            return false;
        _messages.Add(new PushMessage(kind, last.Channel, payload));
        return true;
    }

    internal void AddWake(Subscriber subscriber) => _woken.Add(subscriber);

    private static void HandOver(List<Subscriber> woken) => ThreadPool.UnsafeQueueUserWorkItem(
        static subscribers =>
        {
            foreach (Subscriber subscriber in subscribers)
                subscriber.Wake();
        },
        woken,
        preferLocal: false);
}
