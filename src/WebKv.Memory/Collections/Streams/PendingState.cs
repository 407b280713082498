namespace WebKv.Memory.Collections.Streams;

/// <summary>An item of a group's pending list: an entry that was delivered and not acknowledged yet.</summary>
internal unsafe struct PendingState
{
    public StreamId Id;

    public long DeliveredMs;

    public long Deliveries;

    public ConsumerState* Consumer;
}
