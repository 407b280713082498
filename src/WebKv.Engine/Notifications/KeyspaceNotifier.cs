using System.Buffers;
using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.PubSub;

namespace WebKv.Engine.Notifications;

/// <summary>
/// Tells subscribers what happens to keys: the event's name on the key's channel, __keyspace@db__:key, and the key on
/// the event's channel, __keyevent@db__:event.
/// </summary>
/// <remarks>
/// It is called under the lock of the key's shard, so the events of a key come in the order in which they happen.
/// They are ordinary messages: who is not subscribed at that moment misses them. Cost: a test per event while they
/// are off, two look-ups of a channel while they are on.
/// </remarks>
public sealed class KeyspaceNotifier(PubSubBroker broker)
{
    private const KeyspaceEvents Channels = KeyspaceEvents.KeyspaceChannel | KeyspaceEvents.KeyeventChannel;
    private const int StackBytes = 256;
    private const int PrefixBytesMax = 32;

    private volatile KeyspaceEvents _chosen;

    /// <summary>What notify-keyspace-events says.</summary>
    public KeyspaceEvents Chosen
    {
        get => _chosen;
        set => _chosen = value;
    }

    /// <summary>Kinds to be published: none while no kind of channel is chosen, or nobody listens to any.</summary>
    internal KeyspaceEvents Wanted
    {
        get
        {
            KeyspaceEvents chosen = _chosen;
            return (chosen & Channels) == 0 || broker.IsIdle ? KeyspaceEvents.None : chosen;
        }
    }

    internal void Publish(int database, ReadOnlySpan<byte> key, ReadOnlySpan<byte> name, Outbox outbox)
    {
        KeyspaceEvents chosen = _chosen;
        if ((chosen & KeyspaceEvents.KeyspaceChannel) != 0)
            Publish("__keyspace@"u8, database, key, name, outbox);
        if ((chosen & KeyspaceEvents.KeyeventChannel) != 0)
            Publish("__keyevent@"u8, database, name, key, outbox);
    }

    private void Publish(
        ReadOnlySpan<byte> prefix, int database, ReadOnlySpan<byte> topic, ReadOnlySpan<byte> message, Outbox outbox)
    {
        int bytesMax = PrefixBytesMax + topic.Length;
        byte[]? rented = bytesMax > StackBytes ? ArrayPool<byte>.Shared.Rent(bytesMax) : null;
        Span<byte> channel = rented ?? stackalloc byte[StackBytes];
        prefix.CopyTo(channel);
        Utf8Formatter.TryFormat(database, channel[prefix.Length..], out int digits);
        int length = prefix.Length + digits;
        "__:"u8.CopyTo(channel[length..]);
        length += "__:"u8.Length;
        topic.CopyTo(channel[length..]);
        broker.PublishNow(channel[..(length + topic.Length)], new Value(message), outbox);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
