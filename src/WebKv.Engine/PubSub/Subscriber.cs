namespace WebKv.Engine.PubSub;

/// <summary>
/// One receiver of messages: what it is subscribed to, and a bounded queue of what it has not read yet.
/// </summary>
/// <remarks>
/// The idea: publishers put messages in and never wait. When the queue is full, messages are dropped and counted, and
/// at the place of the gap the reader finds a discontinuity; what to do about that (tell the client, disconnect it)
/// is the door's business. One message always fits, however big.
/// The reader is woken when the queue becomes readable and then takes until nothing is left. Until it has, it is woken
/// again only when <see cref="BurstBytes"/> have come, so that it may wait for more before it begins, and once for a
/// gap. While it is held the queue fills but nothing can be taken: a RESP connection
/// holds its own while it runs commands, so that pushes never come between their replies.
/// Memory: a reference per message, whose bytes all subscribers share, and one per name. Thread rule: the names belong
/// to the owner, one call at a time; the rest is for any thread.
/// </remarks>
/// <param name="bytesMax">How much may wait to be read.</param>
/// <param name="wake">Called outside of all locks, from any thread, maybe several at once; it must not block.</param>
public sealed class Subscriber(long bytesMax, Action wake)
{
    /// <summary>Bytes at which a reader that waits for more is woken again.</summary>
    public const int BurstBytes = 64 * 1024;

    private const int KeptCapacity = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<PushItem> _queue = new();
    private readonly HashSet<byte[]>?[] _names = new HashSet<byte[]>?[3];
    private long _bytes;
    private long _gap;
    private long _dropped;
    private bool _isWoken;
    private bool _isHeld;
    private bool _isClosed;

    /// <summary>Subscriptions of all kinds.</summary>
    public int Count =>
        CountOf(SubscriptionKind.Channel) + CountOf(SubscriptionKind.Pattern) + CountOf(SubscriptionKind.ShardChannel);

    /// <summary>Bytes of the messages that wait to be read.</summary>
    public long PendingBytes => Interlocked.Read(ref _bytes);

    /// <summary>Messages that were dropped since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Whether there is something to take.</summary>
    public bool IsReadable
    {
        get
        {
            lock (_gate)
                return !_isHeld && (_queue.Count > 0 || _gap > 0);
        }
    }

    public int CountOf(SubscriptionKind kind) => _names[(int)kind]?.Count ?? 0;

    /// <summary>The names that it is subscribed to.</summary>
    public IReadOnlyCollection<byte[]> NamesOf(SubscriptionKind kind) =>
        (IReadOnlyCollection<byte[]>?)_names[(int)kind] ?? [];

    /// <summary>Takes the next items, in order; 0 when there are none yet.</summary>
    /// <param name="room">Where to put them.</param>
    /// <param name="bytesMax">Stops after the item with which this much has been taken.</param>
    public int Take(Span<PushItem> room, long bytesMax = long.MaxValue)
    {
        lock (_gate)
            return _isHeld ? 0 : TakeQueued(room, bytesMax);
    }

    /// <summary>From now on nothing can be taken.</summary>
    public void Hold()
    {
        lock (_gate)
            _isHeld = true;
    }

    /// <summary>Things can be taken again; whoever lets go looks whether there are any.</summary>
    public void LetGo()
    {
        lock (_gate)
            _isHeld = false;
    }

    /// <summary>The same as <see cref="Take"/> for whoever holds it.</summary>
    internal int TakeHeld(Span<PushItem> room)
    {
        lock (_gate)
            return TakeQueued(room, long.MaxValue);
    }

    /// <summary>Queues messages, or counts them as dropped.</summary>
    internal void Offer(ReadOnlySpan<PushMessage> messages, byte[]? pattern, Outbox outbox)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            long before = _bytes;
            bool hadGap = _gap > 0;
            foreach (PushMessage message in messages)
                Queue(message, pattern);
            bool opensGap = !hadGap && _gap > 0;
            bool completesBurst = before < BurstBytes && _bytes >= BurstBytes;
            if (_isWoken && !opensGap && !completesBurst)
                return;
            _isWoken = true;
        }
        outbox.AddWake(this);
    }

    internal void Wake() => wake();

    internal bool AddName(SubscriptionKind kind, byte[] name) =>
        (_names[(int)kind] ??= new HashSet<byte[]>(NameComparer.Instance)).Add(name);

    internal bool HasName(SubscriptionKind kind, ReadOnlySpan<byte> name) =>
        _names[(int)kind] is { } names && names.GetAlternateLookup<ReadOnlySpan<byte>>().Contains(name);

    internal bool RemoveName(SubscriptionKind kind, ReadOnlySpan<byte> name) =>
        _names[(int)kind] is { } names && names.GetAlternateLookup<ReadOnlySpan<byte>>().Remove(name);

    /// <summary>Forgets what has not been read and takes nothing any more.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            while (_queue.TryDequeue(out PushItem item))
                item.Release();
            _bytes = _gap = 0;
        }
    }

    private void Queue(PushMessage message, byte[]? pattern)
    {
        long bytes = PushItem.BytesOf(message);
        if (_bytes > 0 && _bytes + bytes > bytesMax)
        {
            _gap++;
            _dropped++;
            return;
        }
        if (_gap > 0)
            _queue.Enqueue(PushItem.Discontinuity(_gap));
        _gap = 0;
        message.Retain();
        _queue.Enqueue(new PushItem(message, pattern));
        _bytes += bytes;
    }

    private int TakeQueued(Span<PushItem> room, long bytesMax)
    {
        int count = 0;
        long bytes = 0;
        while (count < room.Length && bytes < bytesMax && _queue.TryDequeue(out PushItem item))
        {
            room[count++] = item;
            bytes += item.Bytes;
        }
        _bytes -= bytes;
        if (_queue.Count == 0 && _gap > 0 && count < room.Length)
        {
            room[count++] = PushItem.Discontinuity(_gap);
            _gap = 0;
        }
        if (count == 0)
        {
            _isWoken = false;
            if (_queue.Capacity > KeptCapacity)
                _queue.TrimExcess();
        }
        return count;
    }
}
