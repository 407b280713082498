using WebKv.Engine.Blocking;
using WebKv.Engine.Transactions;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Keyspace;

/// <summary>
/// One stripe of the keyspace: its lock, its memory, its tables (one per logical database) and its counters.
/// </summary>
/// <remarks>Everything but the gate itself may be touched only while the gate is held.</remarks>
public sealed class Shard
{
    private readonly RecordTable?[] _tables;
    private readonly int[] _sweepBuckets;
    private ShardGate _gate;

    internal Shard(int index, int databases, RegionSource regions, Action<SlabHeap> freeLater)
    {
        Index = index;
        Heap = new SlabHeap(regions);
        Collections = new CollectionTable(Heap, freeLater);
        WaitLines = new WaitLines(this);
        _tables = new RecordTable?[databases];
        _sweepBuckets = new int[databases];
    }

    public int Index { get; }

    /// <summary>Bytes of records and index.</summary>
    public long UsedBytes => Heap.UsedBytes;

    public long Hits { get; internal set; }

    public long Misses { get; internal set; }

    public long ExpiredKeys { get; internal set; }

    /// <summary>Fields of hashes that expired.</summary>
    public long ExpiredFields { get; internal set; }

    internal SlabHeap Heap { get; }

    internal CollectionTable Collections { get; }

    /// <summary>Exists only while somebody watches a key of this shard.</summary>
    internal WatchTable? Watches { get; set; }

    /// <summary>Who waits for keys of this shard.</summary>
    internal WaitLines WaitLines { get; }

    internal void Enter() => _gate.Enter(Index);

    internal bool HasWaiters => _gate.HasWaiters;

    internal void Exit(int heldShard = -1) => _gate.Exit(heldShard);

    internal RecordTable? TableOrNull(int database) => _tables[database];

    internal RecordTable Table(int database) => _tables[database] ??= new RecordTable(Collections);

    /// <summary>Where the expiry sweep of a database goes on.</summary>
    internal ref int SweepBucket(int database) => ref _sweepBuckets[database];

    /// <summary>Takes a database's table away, to be freed later.</summary>
    internal RecordTable? DetachTable(int database)
    {
        RecordTable? table = _tables[database];
        _tables[database] = null;
        return table;
    }

    internal void SwapTables(int first, int second) =>
        (_tables[first], _tables[second]) = (_tables[second], _tables[first]);

    internal void Dispose()
    {
        foreach (RecordTable? table in _tables)
            table?.Dispose();
        Heap.Dispose();
    }
}
