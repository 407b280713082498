using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Lengths near the limits must not wrap around anywhere.</summary>
[Collection<ProcessMemoryCollection>]
public sealed class BigRecordTests
{
    private const int LengthMax = 512 * 1024 * 1024;

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(LengthMax)]
    public void Add_LongKey_IsFoundWithAndWithoutExpiry(int keyLength)
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        using var table = new RecordTable(new CollectionTable(heap, old => old.Dispose()));
        var key = new byte[keyLength];
        key[^1] = 7;
        table.Add(key, 1, new RecordShape(RecordType.String, RecordEncoding.Inline, 5, 0), 0).InlineValue.Fill(9);
        Assert.True(table.TryFind(key, 1, out Record record));
        record = table.SetExpiry(record, 42);
        Assert.Equal(keyLength, record.Key.Length);
        Assert.Equal(7, record.Key[^1]);
        Assert.True(record.InlineValue.SequenceEqual("\t\t\t\t\t"u8));
        Assert.True(heap.UsedBytes > keyLength);
        table.Remove(record);
        Assert.Equal(table.IdleBytes, heap.UsedBytes);
    }

    [Fact]
    public void Blob_OfTheLongestValue_IsCountedExactly()
    {
        long before = Blob.AllocatedBytes;
        Blob blob = Blob.Allocate(LengthMax);
        Assert.Equal(LengthMax, blob.Span.Length);
        Assert.True(Blob.AllocatedBytes > before + LengthMax);
        Blob grown = blob.WithLength(LengthMax / 16);
        Assert.Equal(blob, grown);
        grown.Release();
        Assert.Equal(before, Blob.AllocatedBytes);
    }
}
