using System.Collections.Concurrent;
using System.Diagnostics;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// What FLUSHDB and FLUSHALL took away, and the heaps of big collections that are gone: freed a little at a time, so
/// that nobody waits for it.
/// </summary>
/// <remarks>
/// A slice of a table is some hundred records under its shard's lock; a slice of a heap is some pages under no lock at
/// all. Either is well below a millisecond.
/// </remarks>
public sealed class LazyFreeQueue
{
    private const int BucketsPerSlice = 64;
    private const int PagesPerSlice = 64;

    private readonly ConcurrentQueue<IWork> _queue = new();
    private int _pending;

    /// <summary>Tables and heaps that are not freed yet.</summary>
    public int Pending => Volatile.Read(ref _pending);

    internal void Add(Shard shard, RecordTable table) => Add(new TableWork(shard, table));

    internal void Add(SlabHeap heap) => Add(new HeapWork(heap));

    /// <summary>Frees for about this long; true when nothing is left.</summary>
    public bool Run(TimeSpan budget)
    {
        long start = Stopwatch.GetTimestamp();
        while (_queue.TryDequeue(out IWork? work))
        {
            RunSlice(work);
            if (Stopwatch.GetElapsedTime(start) > budget)
                return _queue.IsEmpty;
        }
        return true;
    }

    public void RunToEnd() => Run(TimeSpan.MaxValue);

    private void Add(IWork work)
    {
        Interlocked.Increment(ref _pending);
        _queue.Enqueue(work);
    }

    private void RunSlice(IWork work)
    {
        if (work.RunSlice())
            Interlocked.Decrement(ref _pending);
        else
            _queue.Enqueue(work);
    }

    private interface IWork
    {
        /// <summary>True when it is done.</summary>
        bool RunSlice();
    }

    private sealed class TableWork(Shard shard, RecordTable table) : IWork
    {
        private int _bucket;

        public bool RunSlice()
        {
            shard.Enter();
            bool done = table.FreeSome(ref _bucket, BucketsPerSlice);
            shard.Exit();
            return done;
        }
    }

    private sealed class HeapWork(SlabHeap heap) : IWork
    {
        public bool RunSlice() => heap.DropSome(PagesPerSlice);
    }
}
