using WebKv.Memory;

namespace WebKv.Engine.Eviction;

/// <summary>Looks at some keys and remembers the one that is worth least.</summary>
internal ref struct EvictionSample(EvictionPolicy policy, long nowMs, int size) : IRecordVisitor
{
    private int _left = size;
    private long _worst = long.MinValue;

    public Record Worst { get; private set; }

    public readonly bool IsFull => _left <= 0;

    public void Visit(Record record)
    {
        // The index marks hashes whose fields expire, too.
        if (policy.IsVolatile() && !record.HasExpiry)
            return;
        _left--;
        long badness = policy.IsRandom() ? Random.Shared.NextInt64() : Badness(record);
        if (badness <= _worst)
            return;
        _worst = badness;
        Worst = record;
    }

    private readonly long Badness(Record record)
    {
        if (policy == EvictionPolicy.VolatileTtl)
            return -record.ExpiryMs;
        if (policy.IsLfu())
            return -AccessBits.CountOf(record.Access, nowMs);
        return (AccessBits.Seconds(nowMs) - record.Access) & AccessBits.Mask;
    }
}
