using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

public sealed class RecordTableTests : IDisposable
{
    private const int Big = 200_000;

    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly RecordTable _table;

    public RecordTableTests()
    {
        _heap = new SlabHeap(_regions);
        _table = new RecordTable(new CollectionTable(_heap, old => old.Dispose()));
    }

    public void Dispose()
    {
        _table.Dispose();
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        _regions.Dispose();
    }

    [Fact]
    public void GrowthTo200000KeysAndBack_FindsEachKeyAndReturnsTheMemory()
    {
        for (int i = 0; i < Big; i++)
            Add(i, isVolatile: i % 10 == 0);
        Assert.Equal(Big, _table.Count);
        Assert.Equal(Big / 10, _table.VolatileCount);
        Assert.InRange((double)Big / _table.Buckets, 2, 5.5);
        for (int i = 0; i < Big; i++)
            Assert.True(Find(i));
        Assert.False(Find(Big));

        for (int i = 0; i < Big; i++)
            Remove(i);
        Assert.Equal(0, _table.Count);
        Assert.Equal(0, _table.VolatileCount);
        Assert.Equal(_table.IdleBytes, _heap.UsedBytes);
    }

    [Fact]
    public void CountThatSwingsAroundASize_TakesAndReturnsNoMemory()
    {
        int count = 0;
        while (_table.Buckets < 2048)
            Add(count++);
        Add(count++);
        var used = new HashSet<long>();
        for (int round = 0; round < 100; round++)
        {
            Remove(--count);
            Add(count++);
            used.Add(_regions.PageBytesInUse);
        }
        Assert.Single(used);
    }

    [Fact]
    public void IndexMemory_AtSomeSize_IsAsTheDesignSays()
    {
        long recordBytes = SlabHeap.BlockBytes(16 + sizeof(int));
        for (int i = 0; i < Big; i++)
            Add(i);
        double perKey = (double)(_heap.UsedBytes - Big * recordBytes) / Big;
        // Debug blocks carry canaries, which only overflow groups feel.
        Assert.InRange(perKey, 11, 15);
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Scan_WhileGrowingAndShrinking_ShowsEveryKeyThatStays(int seed)
    {
        var random = new Random(seed);
        const int Stay = 500;
        for (int i = 0; i < Stay; i++)
            Add(i);
        for (int round = 0; round < FuzzRuns.Steps(10); round++)
        {
            int extra = 0;
            int extraWanted = random.Next(3) == 0 ? 0 : random.Next(20_000);
            var seen = new KeyCollector();
            ulong cursor = 0;
            do
            {
                cursor = _table.Scan(cursor, ref seen);
                for (int i = random.Next(200); i > 0 && extra < extraWanted; i--)
                    Add(Stay + extra++);
                if (random.Next(40) == 0)
                    (extra, extraWanted) = (RemoveExtras(Stay, extra, random.Next(extra + 1)), random.Next(20_000));
            }
            while (cursor != 0);
            Assert.All(Enumerable.Range(0, Stay), i => Assert.Contains(KeyText(i), seen.Keys.ToHashSet()));
            RemoveExtras(Stay, extra, 0);
        }
    }

    [Fact]
    public void Scan_OfAStillTable_ShowsEachKeyOnce()
    {
        for (int i = 0; i < 3_000; i++)
        {
            Add(i);
            if (i % 271 != 0)
                continue;
            var seen = new KeyCollector();
            ulong cursor = 0;
            do
            {
                cursor = _table.Scan(cursor, ref seen);
            }
            while (cursor != 0);
            Assert.Equal(i + 1, seen.Keys.Count);
            Assert.Equal(i + 1, seen.Keys.Distinct().Count());
        }
    }

    [Fact]
    public void Scan_OfAnEmptyTable_EndsAtOnce()
    {
        var seen = new KeyCollector();
        Assert.Equal(0UL, _table.Scan(0, ref seen));
        Assert.Equal(0UL, _table.Scan(12345, ref seen));
        Assert.Empty(seen.Keys);
    }

    [Fact]
    public void TryGetRandom_AllPositions_ReachEachRecordOnce()
    {
        for (int i = 0; i < 5_000; i++)
            Add(i);
        var keys = new List<string>();
        for (int bucket = 0; bucket < _table.Buckets; bucket++)
            for (int position = 0; _table.TryGetRandom(bucket, position, out Record record); position++)
                keys.Add(System.Text.Encoding.Latin1.GetString(record.Key));
        Assert.Equal(5_000, keys.Count);
        Assert.Equal(5_000, keys.Distinct().Count());
        Assert.False(_table.TryGetRandom(_table.Buckets, 0, out _));
        Assert.False(_table.TryGetRandom(0, 1_000, out _));
    }

    [Fact]
    public void Sweep_AllBuckets_ShowsExactlyTheVolatileKeys()
    {
        for (int i = 0; i < 5_000; i++)
            Add(i, isVolatile: i % 3 == 0);
        for (int i = 0; i < 5_000; i += 5)
        {
            Assert.True(_table.TryFind(KeyOf(i), HashOf(i), out Record record));
            _table.SetExpiry(record, record.HasExpiry ? 0 : 7);
        }
        var seen = new KeyCollector();
        for (int bucket = 0; bucket < _table.Buckets; bucket++)
            _table.Sweep(bucket, ref seen);
        IEnumerable<string> expected =
            Enumerable.Range(0, 5_000).Where(i => (i % 3 == 0) != (i % 5 == 0)).Select(KeyText);
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(seen.Keys.Count, _table.VolatileCount);
    }

    [Fact]
    public void FreeSome_InSlices_FreesEverythingAndNoMoreThanASliceAtOnce()
    {
        for (int i = 0; i < 20_000; i++)
            Add(i);
        int bucket = 0;
        int slices = 0;
        int bucketsBefore = _table.Buckets;
        while (!_table.FreeSome(ref bucket, 64))
            Assert.Equal(++slices * 64, bucket);
        Assert.Equal((bucketsBefore - 1) / 64, slices);
        Assert.Equal(0, _heap.UsedBytes);
        Assert.Equal(0, _table.Count);
    }

    [Fact]
    public void Write_StampsTheSnapshotEpoch()
    {
        _table.SnapshotEpoch = 1;
        Add(1);
        _table.SnapshotEpoch = 200;
        Add(2);
        Assert.True(_table.TryFind(KeyOf(1), HashOf(1), out Record first));
        Assert.Equal(1, first.SnapshotEpoch);
        first = _table.SetExpiry(first, 5);
        Assert.Equal(200, first.SnapshotEpoch);
        _table.SnapshotEpoch = 255;
        first = _table.SetExpiry(first, 6);
        Assert.Equal(255, first.SnapshotEpoch);
        first.Access = 0xABCDEF;
        Assert.Equal(255, first.SnapshotEpoch);
        Assert.Equal(0xABCDEFu, first.Access);
    }

    private static byte[] KeyOf(int number)
    {
        var key = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(key, number);
        return key;
    }

    private static string KeyText(int number) => System.Text.Encoding.Latin1.GetString(KeyOf(number));

    private static ulong HashOf(int number) => XxHash3.HashToUInt64(KeyOf(number));

    private void Add(int number, bool isVolatile = false) => _table.Add(
        KeyOf(number),
        HashOf(number),
        new RecordShape(RecordType.String, RecordEncoding.Inline, 0, isVolatile ? 1_000 + number : 0),
        access: 0);

    private bool Find(int number) => _table.TryFind(KeyOf(number), HashOf(number), out _);

    private void Remove(int number)
    {
        Assert.True(_table.TryFind(KeyOf(number), HashOf(number), out Record record));
        _table.Remove(record);
    }

    private int RemoveExtras(int first, int count, int left)
    {
        while (count > left)
            Remove(first + --count);
        return count;
    }
}
