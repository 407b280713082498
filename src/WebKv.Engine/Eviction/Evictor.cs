using System.Diagnostics;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;

namespace WebKv.Engine.Eviction;

/// <summary>
/// Makes room when the memory limit is reached: removes the worst of a sample of keys, one at a time.
/// </summary>
/// <remarks>
/// The idea: no order of all keys is kept, which would cost memory and a write per read. A random shard is locked, the
/// keys of a few random buckets are looked at, which lie side by side, and the worst of them goes; with some 16 keys
/// in the sample that is close to the true order. Each removal is a unit of its own, journalled before the command
/// that needed the room, and never inside a transaction.
/// A command spends at most <see cref="TimeMax"/> here; if that was not enough, it runs all the same and the next
/// command, or housekeeping, goes on. Only when there is nothing to remove is it refused.
/// </remarks>
public sealed class Evictor(KvEngine engine)
{
    private const int BucketsMax = 64;
    private static readonly TimeSpan TimeMax = TimeSpan.FromMicroseconds(500);

    private long _evicted;
    private volatile int _policy = (int)engine.Options.Eviction;
    private volatile int _samples = engine.Options.EvictionSamples;

    /// <summary>May be changed at run time. The access bits of existing keys then mean something else until they are
    /// accessed again, as in Redis.</summary>
    public EvictionPolicy Policy
    {
        get => (EvictionPolicy)_policy;
        set => _policy = (int)value;
    }

    /// <summary>Keys that each removal chooses from, about.</summary>
    public int Samples
    {
        get => _samples;
        set => _samples = value;
    }

    /// <summary>Keys removed since the start.</summary>
    public long Evicted => Interlocked.Read(ref _evicted);

    /// <summary>Removes keys until the data fits the limit, for a bounded time. False when there is nothing to
    /// remove. No shard may be locked.</summary>
    internal bool TryMakeRoom()
    {
        if (Policy == EvictionPolicy.NoEviction)
            return false;
        CommandContext context = engine.Rent();
        try
        {
            long start = Stopwatch.GetTimestamp();
            do
                if (!TryEvictOne(context))
                    return false;
            while (engine.IsAboveMemoryMax() && Stopwatch.GetElapsedTime(start) < TimeMax);
            return true;
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    /// <summary>Goes on where commands have stopped for the sake of their time.</summary>
    public void RunCycle(TimeSpan budget)
    {
        long start = Stopwatch.GetTimestamp();
        while (engine.MemoryMax > 0 && engine.IsAboveMemoryMax() && Stopwatch.GetElapsedTime(start) < budget)
            if (!TryMakeRoom())
                return;
    }

    private bool TryEvictOne(CommandContext context)
    {
        int first = Random.Shared.Next(engine.ShardCount);
        for (int i = 0; i < engine.ShardCount; i++)
            if (TryEvictFrom(context, engine.Shards[(first + i) & (engine.ShardCount - 1)]))
                return true;
        return false;
    }

    private bool TryEvictFrom(CommandContext context, Shard shard)
    {
        shard.Enter();
        try
        {
            context.BeginUnit();
            int first = Random.Shared.Next(engine.Options.Databases);
            for (int i = 0; i < engine.Options.Databases; i++)
            {
                context.Database = (first + i) % engine.Options.Databases;
                if (shard.TableOrNull(context.Database) is { } table && TryEvictFrom(context, table))
                    return true;
            }
            return false;
        }
        finally
        {
            engine.Commit(context);
            shard.Exit();
            engine.AfterUnit(context);
        }
    }

    private bool TryEvictFrom(CommandContext context, RecordTable table)
    {
        bool isVolatile = Policy.IsVolatile();
        if ((isVolatile ? table.VolatileCount : table.Count) == 0)
            return false;
        var sample = new EvictionSample(Policy, context.NowMs, Policy.IsRandom() ? 1 : Samples);
        Draw(table, isVolatile, ref sample);
        if (sample.Worst.IsNull)
            return false;
        Key key = Key.Of(context.Replies.Copy(sample.Worst.Key));
        context.Remove(key, sample.Worst);
        context.LogDelete(key);
        context.Notify(KeyspaceEvents.Evicted, "evicted"u8, key);
        Interlocked.Increment(ref _evicted);
        return true;
    }

    // Where keys with an expiry are rare, random buckets may hold none: then the table is gone through from there.
    private static void Draw(RecordTable table, bool isVolatile, ref EvictionSample sample)
    {
        for (int i = 0; i < BucketsMax && !sample.IsFull; i++)
            table.VisitBucket(Random.Shared.Next(table.Buckets), isVolatile, ref sample);
        int first = Random.Shared.Next(table.Buckets);
        for (int i = 0; i < table.Buckets && sample.Worst.IsNull; i++)
            table.VisitBucket((first + i) % table.Buckets, isVolatile, ref sample);
    }
}
