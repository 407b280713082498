using System.IO.Hashing;
using WebKv.Memory;

namespace WebKv.Engine.Tests.Memory;

[Collection<ProcessMemoryCollection>]
public sealed class RecordTableFuzzTests
{
    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Operations_Random_MatchADictionary(int seed) =>
        Run(seed, FuzzRuns.Steps(20_000), key => XxHash3.HashToUInt64(key));

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Operations_HashesWithEqualLowBits_MatchADictionary(int seed) =>
        Run(seed, FuzzRuns.Steps(4_000), key => XxHash3.HashToUInt64(key) & ~0xFFFFUL);

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Operations_HashesWithEqualTags_MatchADictionary(int seed) =>
        Run(seed, FuzzRuns.Steps(4_000), key => XxHash3.HashToUInt64(key) & uint.MaxValue);

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void Operations_AllHashesEqual_MatchADictionary(ulong hash) =>
        Run(seed: 1, FuzzRuns.Steps(2_000), _ => hash);

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Operations_FewDistinctHashes_MatchADictionary(int seed) =>
        Run(seed, FuzzRuns.Steps(3_000), key => (ulong)(key.Length % 3) * 0x0001_0000_0000_0400UL);

    /// <summary>Refusals come at every place that needs a page, and each must leave things as they were.</summary>
    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Operations_WithMemoryRefused_AreDoneWhollyOrNotAtAll(int seed)
    {
        long blobsBefore = Blob.AllocatedBytes;
        var random = new Random(seed);
        using var regions = new RegionSource();
        using var model = new RecordTableModel(random, regions, key => XxHash3.HashToUInt64(key) & ~0xE00UL);
        for (int step = 0; step < FuzzRuns.Steps(20_000); step++)
        {
            if (step % 50 == 0)
                regions.PagesMax = regions.PageBytesInUse / RegionSource.PageBytes + random.Next(2);
            model.Step(step / 4_000 % 2 == 0 ? 60 : 25);
            if (step % 1_000 == 0)
                model.AssertEqual();
        }
        Assert.True(model.Refusals > 10, $"{model.Refusals} refusals");
        regions.PagesMax = 0;
        RemoveAll(model);
        regions.PagesMax = long.MaxValue;
        model.Dispose();
        Assert.Equal(0, regions.PageBytesInUse);
        Assert.Equal(blobsBefore, Blob.AllocatedBytes);
    }

    private static void Run(int seed, int steps, Func<byte[], ulong> hash)
    {
        long blobsBefore = Blob.AllocatedBytes;
        using var regions = new RegionSource();
        using var model = new RecordTableModel(new Random(seed), regions, hash);
        for (int step = 0; step < steps; step++)
        {
            model.Step(addPercent: step / (steps / 4) % 2 == 0 ? 60 : 25);
            if (step % (steps / 8) == 0)
                model.AssertEqual();
        }
        model.AssertEqual();
        RemoveAll(model);
        // An index that has had keys keeps its four first buckets, of 64 bytes.
        Assert.Equal(model.Table.IdleBytes, model.Heap.UsedBytes);
        Assert.Equal(blobsBefore, Blob.AllocatedBytes);
        model.Dispose();
        Assert.Equal(0, regions.PageBytesInUse);
    }

    private static void RemoveAll(RecordTableModel model)
    {
        while (model.Count > 0)
            model.RemoveRandom();
        Assert.Equal(0, model.Table.Count);
        Assert.Equal(0, model.Table.VolatileCount);
        model.AssertEqual();
    }
}
