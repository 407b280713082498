namespace WebKv.Engine.PubSub;

/// <summary>
/// The channels of one stripe with their subscribers, in the order in which they came. Everything is guarded by
/// <see cref="Gate"/>.
/// </summary>
internal sealed class ChannelStripe
{
    private readonly Dictionary<byte[], Channel> _channels = new(NameComparer.Instance);
    private readonly Dictionary<byte[], Channel>.AlternateLookup<ReadOnlySpan<byte>> _byName;

    public ChannelStripe() => _byName = _channels.GetAlternateLookup<ReadOnlySpan<byte>>();

    public Lock Gate { get; } = new();

    /// <summary>Channels that have subscribers. May be read without the gate.</summary>
    public int Count => _channels.Count;

    public Channel? Find(ReadOnlySpan<byte> name) => _byName.TryGetValue(name, out Channel? found) ? found : null;

    /// <summary>Returns the name under which the channel is kept.</summary>
    public byte[] Add(ReadOnlySpan<byte> name, Subscriber subscriber)
    {
        if (!_byName.TryGetValue(name, out Channel? channel))
        {
            channel = new Channel(name.ToArray());
            _channels.Add(channel.Name, channel);
        }
        channel.Subscribers.Add(subscriber);
        return channel.Name;
    }

    public void Remove(ReadOnlySpan<byte> name, Subscriber subscriber)
    {
        if (!_byName.TryGetValue(name, out Channel? channel))
            return;
        channel.Subscribers.Remove(subscriber);
        if (channel.Subscribers.Count == 0)
            _channels.Remove(channel.Name);
    }

    public void AddMatching(ChannelPattern pattern, List<ChannelCount> channels)
    {
        foreach (Channel channel in _channels.Values)
            if (pattern.Matches(channel.Name))
                channels.Add(new ChannelCount(channel.Name, channel.Subscribers.Count));
    }

    /// <summary>One channel.</summary>
    internal sealed class Channel(byte[] name)
    {
        public byte[] Name { get; } = name;

        public List<Subscriber> Subscribers { get; } = [];
    }
}
