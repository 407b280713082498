namespace WebKv.Memory.Collections.Streams;

/// <summary>A view of a consumer of a group; it ends when the consumer or the group goes.</summary>
public readonly unsafe ref struct StreamConsumer
{
    internal StreamConsumer(ConsumerState* state) => State = state;

    public bool IsNull => State == null;

    public ReadOnlySpan<byte> Name => NamedHead.NameOf(&State->Name);

    /// <summary>When it last asked for anything (Unix ms).</summary>
    public long SeenMs
    {
        get => State->SeenMs;
        set => State->SeenMs = value;
    }

    /// <summary>When it last got anything (Unix ms); -1 before.</summary>
    public long ActiveMs
    {
        get => State->ActiveMs;
        set => State->ActiveMs = value;
    }

    public long PendingCount => State->Pending.Count;

    internal ConsumerState* State { get; }
}
