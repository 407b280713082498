using System.Collections.Concurrent;
using System.Diagnostics;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// Tables that FLUSHDB and FLUSHALL took away, freed a few buckets at a time so that nobody waits for it.
/// </summary>
/// <remarks>A slice is some hundred records under the shard's lock, well below a millisecond.</remarks>
public sealed class LazyFreeQueue
{
    private const int BucketsPerSlice = 64;

    private readonly ConcurrentQueue<Work> _queue = new();
    private int _pending;

    /// <summary>Tables that are not freed yet.</summary>
    public int Pending => Volatile.Read(ref _pending);

    internal void Add(Shard shard, RecordTable table)
    {
        Interlocked.Increment(ref _pending);
        _queue.Enqueue(new Work(shard, table, 0));
    }

    /// <summary>Frees for about this long; true when nothing is left.</summary>
    public bool Run(TimeSpan budget)
    {
        long start = Stopwatch.GetTimestamp();
        while (_queue.TryDequeue(out Work work))
        {
            RunSlice(work);
            if (Stopwatch.GetElapsedTime(start) > budget)
                return _queue.IsEmpty;
        }
        return true;
    }

    public void RunToEnd() => Run(TimeSpan.MaxValue);

    private void RunSlice(Work work)
    {
        int bucket = work.Bucket;
        work.Shard.Enter();
        bool done = work.Table.FreeSome(ref bucket, BucketsPerSlice);
        work.Shard.Exit();
        if (done)
            Interlocked.Decrement(ref _pending);
        else
            _queue.Enqueue(work with { Bucket = bucket });
    }

    private readonly record struct Work(Shard Shard, RecordTable Table, int Bucket);
}
