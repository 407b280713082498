namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// A view of a group of a stream: how far its consumers have read together, and what each was given and has not
/// acknowledged. It ends when the group goes, or with the command.
/// </summary>
/// <remarks>
/// The idea: what is pending stands in the group's list, with time, count and owner, and its id once more in the
/// owner's list: the two are changed together, here and nowhere else. 56 bytes per pending entry; edits are searches
/// by id in both lists.
/// </remarks>
public readonly unsafe ref struct StreamGroup
{
    private readonly StreamMemory _memory;
    private readonly GroupState* _state;

    internal StreamGroup(StreamMemory memory, GroupState* state)
    {
        _memory = memory;
        _state = state;
    }

    public bool IsNull => _state == null;

    public ReadOnlySpan<byte> Name => NamedHead.NameOf(&_state->Name);

    /// <summary>The highest id delivered.</summary>
    public StreamId LastId
    {
        get => _state->LastId;
        set => _state->LastId = value;
    }

    /// <summary>How many of all entries ever appended lie up to <see cref="LastId"/>; negative when that is not
    /// known.</summary>
    public long EntriesRead
    {
        get => _state->EntriesRead;
        set => _state->EntriesRead = value;
    }

    public int ConsumerCount => _state->Consumers.Count;

    public long PendingCount => _state->Pending.Count;

    /// <summary>The pending entry with the highest id; there must be one.</summary>
    public StreamPending LastPending => new((PendingState*)_state->Pending.Last());

    /// <summary>A consumer by name; a null one if there is none.</summary>
    public StreamConsumer FindConsumer(ReadOnlySpan<byte> name) =>
        new((ConsumerState*)_state->Consumers.Find(name));

    /// <summary>The consumer at a place in the order of the names.</summary>
    public StreamConsumer ConsumerAt(int index) => new((ConsumerState*)_state->Consumers[index]);

    /// <summary>The place of a consumer in the order of the names.</summary>
    public int PlaceOf(StreamConsumer consumer) => _state->Consumers.PlaceOf(consumer.Name, out _);

    /// <summary>Adds a consumer whose name is new.</summary>
    public StreamConsumer AddConsumer(ReadOnlySpan<byte> name, long seenMs, long activeMs = -1)
    {
        ConsumerState* consumer = ConsumerState.Create(_memory, name, seenMs, activeMs);
        _state->Consumers.Add(_memory, &consumer->Name);
        return new StreamConsumer(consumer);
    }

    /// <summary>Removes a consumer with all that it has pending; returns how much that was, or -1 if there is no such
    /// consumer.</summary>
    public long RemoveConsumer(ReadOnlySpan<byte> name)
    {
        var consumer = (ConsumerState*)_state->Consumers.Remove(name);
        if (consumer == null)
            return -1;
        int leaf = 0;
        for (int place = 0; consumer->Pending.ItemAt(ref leaf, ref place) is var item && item != null; place++)
            _state->Pending.Remove(_memory, *(StreamId*)item);
        long pending = consumer->Pending.Count;
        consumer->Free(_memory);
        return pending;
    }

    /// <summary>A pending entry by id; a null one if it is not pending.</summary>
    public StreamPending FindPending(StreamId id) => new((PendingState*)_state->Pending.Find(id));

    /// <summary>Makes an entry pending, of a consumer.</summary>
    public StreamPending AddPending(StreamId id, StreamConsumer consumer, long deliveredMs, long deliveries)
    {
        var pending = (PendingState*)_state->Pending.Add(_memory, id);
        pending->Consumer = consumer.State;
        pending->DeliveredMs = deliveredMs;
        pending->Deliveries = deliveries;
        consumer.State->Pending.Add(_memory, id);
        return new StreamPending(pending);
    }

    /// <summary>Notes a first delivery: the entry becomes pending, or, if it is already, its count starts again.
    /// </summary>
    public void Deliver(StreamId id, StreamConsumer consumer, long nowMs)
    {
        bool isHighest = PendingCount == 0 || LastPending.Id < id;
        StreamPending pending = isHighest ? default : FindPending(id);
        if (pending.IsNull)
        {
            AddPending(id, consumer, nowMs, deliveries: 1);
            return;
        }
        Assign(pending, consumer);
        pending.DeliveredMs = nowMs;
        pending.Deliveries = 1;
    }

    /// <summary>Gives a pending entry to a consumer.</summary>
    public void Assign(StreamPending pending, StreamConsumer consumer)
    {
        ConsumerState* old = pending.State->Consumer;
        if (old == consumer.State)
            return;
        old->Pending.Remove(_memory, pending.Id);
        consumer.State->Pending.Add(_memory, pending.Id);
        pending.State->Consumer = consumer.State;
    }

    /// <summary>Takes an entry out of what is pending; false if it was not.</summary>
    public bool RemovePending(StreamId id)
    {
        var pending = (PendingState*)_state->Pending.Find(id);
        if (pending == null)
            return false;
        pending->Consumer->Pending.Remove(_memory, id);
        return _state->Pending.Remove(_memory, id);
    }

    /// <summary>Pending entries from an id on.</summary>
    public PendingCursor Pending(StreamId from) => new(_state, null, from);

    /// <summary>Pending entries of a consumer from an id on.</summary>
    public PendingCursor PendingOf(StreamConsumer consumer, StreamId from) => new(_state, consumer.State, from);
}
