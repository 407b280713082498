#if DEBUG
using System.Runtime.InteropServices;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>The debug guards must see damage; this is where it is made on purpose.</summary>
public sealed class CanaryTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(1000)]
    [InlineData(30_000)]
    public void Free_AfterWriteBehindTheBlock_Throws(int bytes)
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        HeapBlock block = HeapBlock.Allocate(heap, bytes);
        Damage(block.Span, bytes);
        Assert.Throws<InvalidOperationException>(() => block.Free(heap));
    }

    [Fact]
    public void Allocate_AfterWriteToAFreedBlock_Throws()
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        HeapBlock block = HeapBlock.Allocate(heap, 40);
        block.Free(heap);
        Damage(block.Span, 20);
        Assert.Throws<InvalidOperationException>(() => HeapBlock.Allocate(heap, 40));
    }

    [Fact]
    public void Remove_AfterWriteBehindARecordsValue_Throws()
    {
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        using var table = new RecordTable(new CollectionTable(heap, old => old.Dispose()));
        Record record = table.Add("k"u8, 1, new RecordShape(RecordType.String, RecordEncoding.Inline, 10, 0), 0);
        record.InlineValue.Clear();
        Damage(record.InlineValue, 10);
        try
        {
            table.Remove(record);
        }
        catch (InvalidOperationException)
        {
            // The record is out of the index by then, so the table can be disposed of.
            Assert.Equal(0, table.Count);
            return;
        }
        Assert.Fail("the overrun was not seen");
    }

    // A reference one past a span's end is as far as safe code can miss by.
    private static void Damage(Span<byte> block, int offset) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(block), offset + 1)[offset] ^= 0x55;
}
#endif
