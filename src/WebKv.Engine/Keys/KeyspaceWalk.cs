using System.Numerics;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// Walks all keys of a database, shard by shard, in slices: what SCAN does a page of and KEYS does whole.
/// </summary>
/// <remarks>
/// Cursor: the shard's index in the low log2(shards) bits, above them the position in its table; 0 is both the start
/// and the end. A position names a place in the order of reversed hashes, and a key never changes its place, so a key
/// that is there from the first page to the last is returned exactly once, however the tables grow or shrink between
/// the pages; a key that comes or goes meanwhile is returned once or not. Any number is a valid cursor.
/// Cost: nothing is kept between pages. A slice holds one shard for at most <see cref="BucketsPerSlice"/> buckets of
/// some five keys, some ten microseconds. Expired keys that are met are removed, each a journal unit of its own.
/// </remarks>
internal static class KeyspaceWalk
{
    private const int BucketsPerSlice = 64;
    private const int BucketsPerSample = 10;

    /// <summary>
    /// Appends wanted keys to the context's replies until at least so many keys were looked at, or ten times as many
    /// buckets. Returns the next cursor.
    /// </summary>
    public static ulong Collect(CommandContext context, ulong cursor, long samplesMin, in ScanFilter filter)
    {
        IReadOnlyList<Shard> shards = context.Engine.Shards;
        int shardBits = BitOperations.Log2((uint)shards.Count);
        int shard = (int)(cursor & (ulong)(shards.Count - 1));
        ulong position = cursor >> shardBits;
        var page = new Page(context, filter, samplesMin);
        while (!page.IsFull)
        {
            position = VisitSlice(context, shards[shard], position, ref page);
            if (position == 0 && ++shard == shards.Count)
                return 0;
        }
        return position << shardBits | (uint)shard;
    }

    /// <summary>
    /// Appends all wanted keys, each once. The slices go round the shards: the gate is not fair, and a thread that
    /// left and entered the same one over and over would keep all others from it.
    /// </summary>
    public static void CollectAll(CommandContext context, in ScanFilter filter)
    {
        var page = new Page(context, filter, samplesMin: long.MaxValue);
        var rest = new Queue<(Shard Shard, ulong Position)>(context.Engine.Shards.Select(shard => (shard, 0UL)));
        while (rest.TryDequeue(out (Shard Shard, ulong Position) next))
        {
            ulong position = VisitSlice(context, next.Shard, next.Position, ref page);
            if (position != 0)
                rest.Enqueue((next.Shard, position));
        }
    }

    private static ulong VisitSlice(CommandContext context, Shard shard, ulong position, ref Page page)
    {
        using var slice = new ShardSlice(context, shard);
        if (shard.TableOrNull(context.Database) is not { Count: > 0 } table)
            return 0;
        for (int bucket = 0; bucket < BucketsPerSlice && !page.IsFull; bucket++)
        {
            page.Buckets++;
            position = table.Scan(position, ref page);
            if (position == 0)
                break;
        }
        page.Expired.RemoveAll(context);
        return position;
    }

    private ref struct Page(CommandContext context, ScanFilter filter, long samplesMin) : IRecordVisitor
    {
        private readonly ScanFilter _filter = filter;
        private long _samples;

        public ExpiredKeys Expired { get; } = new();

        public long Buckets { get; set; }

        public readonly bool IsFull => _samples >= samplesMin || Buckets / BucketsPerSample >= samplesMin;

        public void Visit(Record record)
        {
            _samples++;
            if (context.IsExpired(record))
                Expired.Add(record);
            else if (_filter.Matches(record))
                context.Replies.Append(record.Key);
        }
    }
}
