using WebKv.Memory;

namespace WebKv.Engine.Tests.Memory;

public sealed class SlabHeapTests
{
    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void AllocateAndFree_RandomSizes_NeverOverlapAndAreCountedExactly(int seed)
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        var random = new Random(seed);
        var live = new List<(HeapBlock Block, byte Fill)>();
        long expected = 0;
        for (int step = 0; step < FuzzRuns.Steps(20_000); step++)
        {
            // The odds lean to and fro, so that pages fill up and run empty several times.
            bool grows = step / 2_500 % 2 == 0;
            if (live.Count == 0 || random.Next(100) < (grows ? 70 : 30))
            {
                HeapBlock block = HeapBlock.Allocate(heap, RandomSize(random));
                var fill = (byte)random.Next(256);
                block.Span.Fill(fill);
                Assert.Equal(0, block.Address % 16);
                expected += SlabHeap.BlockBytes(block.Span.Length);
                live.Add((block, fill));
            }
            else
            {
                expected -= FreeOne(heap, live, random.Next(live.Count));
            }
            Assert.Equal(expected, heap.UsedBytes);
        }
        while (live.Count > 0)
            FreeOne(heap, live, random.Next(live.Count));

        Assert.Equal(0, heap.UsedBytes);
        Assert.InRange(heap.PageBytes, 0, (long)SlabClasses.Sizes.Length * RegionSource.PageBytes);
        heap.Dispose();
        Assert.Equal(0, regions.PageBytesInUse);
    }

    [Fact]
    public void Free_ManyPagesOfOneClass_KeepsOnlyOnePage()
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        List<HeapBlock> blocks = [.. Enumerable.Range(0, 20_000).Select(_ => HeapBlock.Allocate(heap, 100))];
        Assert.True(regions.PageBytesInUse > 20 * RegionSource.PageBytes);
        foreach (HeapBlock block in blocks)
            block.Free(heap);
        Assert.Equal(RegionSource.PageBytes, regions.PageBytesInUse);
        Assert.Equal(RegionSource.PageBytes, heap.PageBytes);
    }

    [Fact]
    public void Dispose_WithLiveBlocks_ReturnsAllAndMayBeRepeated()
    {
        using var regions = new RegionSource();
        var heap = new SlabHeap(regions);
        HeapBlock.Allocate(heap, 10);
        HeapBlock.Allocate(heap, SlabClasses.SizeMax + 1);
        heap.Dispose();
        heap.Dispose();
        Assert.Equal(0, regions.PageBytesInUse);
        Assert.Equal(0, heap.UsedBytes);
    }

    [Fact]
    public void ReturnedPages_BeyondTheWarmOnes_AreUsedAgainBeforeNewRegions()
    {
        using var regions = new RegionSource();
        for (int round = 0; round < 3; round++)
        {
            using var heap = new SlabHeap(regions);
            for (int i = 0; i < 3 * 400; i++)
                HeapBlock.Allocate(heap, 20_000).Span.Fill(7);
        }
        Assert.InRange(regions.RegionBytesReserved, 400 * RegionSource.PageBytes, 420 * RegionSource.PageBytes);
    }

    [Fact]
    public void SizeClasses_EverySize_GetsTheSmallestBlockThatHoldsIt()
    {
        for (int bytes = 1; bytes <= SlabClasses.SizeMax; bytes++)
        {
            int sizeClass = SlabClasses.ClassOf(bytes);
            Assert.True(SlabClasses.Sizes[sizeClass] >= bytes);
            Assert.True(sizeClass == 0 || SlabClasses.Sizes[sizeClass - 1] < bytes);
        }
        Assert.All(SlabClasses.Sizes, size => Assert.Equal(0, size % 16));
        Assert.All(
            Enumerable.Range(1, SlabClasses.SizeMax / 64),
            lines => Assert.Equal(0, SlabClasses.Sizes[SlabClasses.ClassOf(lines * 64)] % 64));
    }

    private static long FreeOne(SlabHeap heap, List<(HeapBlock Block, byte Fill)> live, int index)
    {
        (HeapBlock block, byte fill) = live[index];
        Assert.False(block.Span.ContainsAnyExcept(fill));
        live[index] = live[^1];
        live.RemoveAt(live.Count - 1);
        block.Free(heap);
        return SlabHeap.BlockBytes(block.Span.Length);
    }

    private static int RandomSize(Random random) => random.Next(20) switch
    {
        0 => SlabClasses.SizeMax + random.Next(-20, 20),
        1 => random.Next(SlabClasses.SizeMax, 100_000),
        < 6 => random.Next(128, SlabClasses.SizeMax),
        _ => random.Next(8, 128),
    };
}
