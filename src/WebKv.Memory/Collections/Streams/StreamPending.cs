namespace WebKv.Memory.Collections.Streams;

/// <summary>A view of an entry that a group has pending; it ends with the next entry that becomes pending or is
/// acknowledged.</summary>
public readonly unsafe ref struct StreamPending
{
    internal StreamPending(PendingState* state) => State = state;

    public bool IsNull => State == null;

    public StreamId Id => State->Id;

    /// <summary>When it was last delivered (Unix ms).</summary>
    public long DeliveredMs
    {
        get => State->DeliveredMs;
        set => State->DeliveredMs = value;
    }

    /// <summary>How often it was delivered.</summary>
    public long Deliveries
    {
        get => State->Deliveries;
        set => State->Deliveries = value;
    }

    /// <summary>Whose it is.</summary>
    public StreamConsumer Consumer => new(State->Consumer);

    internal PendingState* State { get; }
}
