using System.Diagnostics;
using WebKv.Engine.Execution;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// Removes keys whose deadline has passed and that nobody asks for: the active half of expiry.
/// </summary>
/// <remarks>
/// The idea: look at samples of the keys that have an expiry, table by table, and come back to a table while more than
/// a tenth of its last sample was stale; in between come the others, so that no shard is kept busy. So a cycle costs
/// almost nothing when there is little to do, takes what it is given when there is much, and leaves at most about a
/// tenth of the volatile keys stale. A sweep reads the index only; a record is read when its slot says that it has an
/// expiry, and a table with no such key is not even locked.
/// Bounds: a shard is held for at most <see cref="BucketsPerSlice"/> buckets, some ten microseconds; a cycle ends
/// with the slice in which its budget runs out, and the next one goes on with the following table, so none is left
/// out for ever. Each removal is a journal unit of its own, as with a key that a read finds expired.
/// Fields of hashes: a sweep also meets the hashes whose fields have deadlines. A packed one is cleared like an expired
/// key is removed; a big one is remembered and loses up to <see cref="FieldsPerSlice"/> due fields in each cycle until
/// none is left, so a hash of a million fields that expire together is cleared within a minute and stops nobody.
/// Thread rule: one cycle at a time.
/// </remarks>
public sealed class ExpirySweeper(KvEngine engine)
{
    private const int BucketsPerSlice = 64;
    private const int SampleMin = 20;
    private const int SampleBucketsMax = 512;
    private const int StaleShareMax = 10;
    private const int FieldsPerSlice = 16 * FieldExpiry.FieldsPerLookup;
    private const int HashesMax = 1024;

    private readonly ExpiredKeys _expired = new();
    private readonly Queue<int> _open = new();
    private readonly Queue<(int Table, byte[] Key)> _hashes = new();
    private readonly long[] _averageTtlMs = new long[engine.Options.Databases];
    private int _nextTable;

    /// <summary>Milliseconds that the volatile keys of a database have left, averaged over the last samples; 0 while
    /// there was none.</summary>
    public long AverageTtlMs(int database) => Volatile.Read(ref _averageTtlMs[database]);

    private int TableCount => engine.ShardCount * engine.Options.Databases;

    /// <summary>Sweeps every table that needs it, or until the budget is used up; returns the number of keys removed.
    /// </summary>
    public long RunCycle(TimeSpan budget)
    {
        var cycle = new Cycle(Stopwatch.GetTimestamp(), budget);
        CommandContext context = engine.Rent();
        ClearHashes(context, cycle);
        FindTables();
        while (_open.TryDequeue(out int table))
        {
            _nextTable = (table + 1) % TableCount;
            context.Database = table % engine.Options.Databases;
            Sample sample = TakeSample(context, table, cycle);
            cycle.Removed += sample.Removed;
            NoteTtl(context.Database, sample);
            if (cycle.IsOver)
                break;
            if (sample.Stale * StaleShareMax > sample.Met)
                _open.Enqueue(table);
        }
        KvEngine.Return(context);
        return cycle.Removed;
    }

    // A sixteenth of each new sample: the average follows within a second or two and does not jump.
    private void NoteTtl(int database, Sample sample)
    {
        if (sample.Live == 0)
            return;
        ref long average = ref _averageTtlMs[database];
        long now = sample.LiveTtlMs / sample.Live;
        Volatile.Write(ref average, average == 0 ? now : average + (now - average) / 16);
    }

    private Shard ShardOf(int table) => engine.Shards[table / engine.Options.Databases];

    // Reads without the locks: a table that is just getting its first volatile key can wait for the next cycle.
    private void FindTables()
    {
        _open.Clear();
        for (int i = 0; i < TableCount; i++)
        {
            int table = (_nextTable + i) % TableCount;
            if (NeedsSweep(ShardOf(table).TableOrNull(table % engine.Options.Databases)))
                _open.Enqueue(table);
        }
    }

    private static bool NeedsSweep(RecordTable? table) =>
        table is not null && table.VolatileCount + table.TimedCount > 0;

    private void ClearHashes(CommandContext context, in Cycle cycle)
    {
        for (int left = _hashes.Count; left > 0; left--)
        {
            (int table, byte[] key) = _hashes.Dequeue();
            context.Database = table % engine.Options.Databases;
            if (ClearSlice(context, ShardOf(table), Key.Of(key)))
                _hashes.Enqueue((table, key));
            if (cycle.IsOver)
                return;
        }
    }

    // True when the hash has more that is due.
    private static bool ClearSlice(CommandContext context, Shard shard, Key key)
    {
        using var slice = new ShardSlice(context, shard);
        context.BeginUnit();
        bool hasDue = true;
        for (int removed = 0; hasDue && removed < FieldsPerSlice; removed += FieldExpiry.FieldsPerLookup)
        {
            // Looking at a hash takes out what is due.
            hasDue = context.TryPeek(key, out Record record) && record.HasTimedElements
                && FieldExpiry.HasDue(shard.Table(context.Database), record, context.NowMs);
            context.CommitApart();
        }
        return hasDue;
    }

    private Sample TakeSample(CommandContext context, int table, in Cycle cycle)
    {
        var sample = new Sample(context, this, table);
        while (SweepSlice(context, ShardOf(table), ref sample) && !cycle.IsOver)
        {
        }
        return sample;
    }

    // False when the sample is complete.
    private bool SweepSlice(CommandContext context, Shard shard, ref Sample sample)
    {
        using var slice = new ShardSlice(context, shard);
        context.BeginUnit();
        if (shard.TableOrNull(context.Database) is not { } table || !NeedsSweep(table))
            return false;
        sample.Records = table;
        int bucketsMax = Math.Min(SampleBucketsMax, table.Buckets);
        ref int bucket = ref shard.SweepBucket(context.Database);
        for (int i = 0; i < BucketsPerSlice && sample.Buckets < bucketsMax && sample.Met < SampleMin; i++)
        {
            bucket = bucket < table.Buckets ? bucket : 0;
            table.Sweep(bucket++, ref sample);
            sample.Buckets++;
        }
        _expired.RemoveAll(context);
        return sample.Buckets < bucketsMax && sample.Met < SampleMin;
    }

    private void NoteDue(int table, Record hash)
    {
        if (hash.Encoding != RecordEncoding.Collection)
            _expired.Add(hash);
        else if (_hashes.Count < HashesMax)
            _hashes.Enqueue((table, hash.Key.ToArray()));
    }

    private struct Cycle(long startedAt, TimeSpan budget)
    {
        public long Removed { get; set; }

        public readonly bool IsOver => Stopwatch.GetElapsedTime(startedAt) >= budget;
    }

    private struct Sample(CommandContext context, ExpirySweeper sweeper, int table) : IRecordVisitor
    {
        public RecordTable? Records { get; set; }

        public int Met { get; private set; }

        /// <summary>Keys that are expired, and packed hashes with fields that are.</summary>
        public int Stale { get; private set; }

        public int Removed { get; private set; }

        public int Live { get; private set; }

        public long LiveTtlMs { get; private set; }

        public int Buckets { get; set; }

        public void Visit(Record record)
        {
            Met++;
            if (context.IsExpired(record))
            {
                Stale++;
                Removed++;
                sweeper._expired.Add(record);
                return;
            }
            if (record.HasExpiry)
            {
                Live++;
                LiveTtlMs += record.ExpiryMs - context.NowMs;
            }
            if (!record.HasTimedElements || !FieldExpiry.HasDue(Records!, record, context.NowMs))
                return;
            Stale += record.Encoding == RecordEncoding.Collection ? 0 : 1;
            sweeper.NoteDue(table, record);
        }
    }
}
