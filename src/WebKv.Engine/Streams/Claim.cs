using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>What XCLAIM and XAUTOCLAIM do with one entry after the other.</summary>
internal ref struct Claim(
    CommandContext context, Key key, StreamCollection stream, StreamGroup group, StreamConsumer consumer)
{
    private readonly Key _key = key;
    private readonly StreamGroup _group = group;
    private readonly StreamConsumer _consumer = consumer;

    public long MinIdleMs { get; init; }

    public long DeliveredMs { get; init; }

    /// <summary>How often an entry counts as delivered; null counts this time, unless only ids are told.</summary>
    public long? Deliveries { get; init; }

    public bool Force { get; init; }

    public bool IdsOnly { get; init; }

    /// <summary>Whether anything was changed so far.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Gives an entry to the consumer and appends it to the reply, if it may be had.</summary>
    public bool TryTake(StreamId id)
    {
        StreamPending pending = _group.FindPending(id);
        if (pending.IsNull && !Force)
            return false;
        StreamCursor entry = stream.Range(id, id);
        if (!entry.MoveNext())
        {
            if (!pending.IsNull)
                Drop(id);
            return false;
        }
        if (pending.IsNull)
            pending = _group.AddPending(id, _consumer, context.NowMs, deliveries: 1);
        else if (MinIdleMs > 0 && context.NowMs - pending.DeliveredMs < MinIdleMs)
            return false;
        Take(pending);
        EntryReply.Append(context.Replies, entry.Entry, IdsOnly);
        return true;
    }

    public readonly bool IsGone(StreamId id) => !stream.Contains(id);

    /// <summary>Drops an entry that was deleted from what is pending.</summary>
    public void Drop(StreamId id)
    {
        _group.RemovePending(id);
        StreamEffects.LogAcknowledged(context, _key, _group, id);
        HasChanged = true;
    }

    private void Take(StreamPending pending)
    {
        _group.Assign(pending, _consumer);
        pending.DeliveredMs = DeliveredMs;
        pending.Deliveries = Deliveries ?? pending.Deliveries + (IdsOnly ? 0 : 1);
        _consumer.ActiveMs = context.NowMs;
        HasChanged = true;
        if (!StreamEffects.BeginClaim(context, _key, _group, _consumer.Name, ids: 1))
            return;
        StreamEffects.LogId(context, pending.Id);
        StreamEffects.EndClaim(context, _group, pending.DeliveredMs, pending.Deliveries);
    }
}
