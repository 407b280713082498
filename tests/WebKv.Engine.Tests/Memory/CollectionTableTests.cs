using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Who owns a collection's memory while it grows, moves and goes.</summary>
public sealed class CollectionTableTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly CollectionTable _table;
    private readonly List<SlabHeap> _later = [];

    public CollectionTableTests()
    {
        _heap = new SlabHeap(_regions);
        _table = new CollectionTable(_heap, _later.Add);
    }

    public void Dispose()
    {
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        Assert.Equal(0, _regions.UsedBytesAbout);
        _regions.Dispose();
    }

    [Fact]
    public void SmallCollection_LivesInTheSharedHeapAndIsFreedAtOnce()
    {
        int id = _table.Add(new Blocks(_heap, 10));
        Assert.Same(_heap, _table.Changed(id).Heap);
        Assert.True(_heap.UsedBytes > 0);
        _table.Remove(id);
        Assert.Equal(0, _heap.UsedBytes);
        Assert.Empty(_later);
    }

    [Fact]
    public void CollectionThatGrewBig_GetsAHeapOfItsOwnThatTheSharedOneCounts()
    {
        int id = _table.Add(new Blocks(_heap, 10));
        ((Blocks)_table[id]).Grow(Blocks.CountOfBig);
        Collection grown = _table.Changed(id);
        Assert.NotSame(_heap, grown.Heap);
        Assert.Equal(grown.Heap.UsedBytes, _heap.UsedBytes);
        Assert.Equal(Blocks.CountOfBig + 10, grown.Count);
        DropLater(id);
    }

    [Fact]
    public void BigCollection_IsHandedToAnotherShardWithItsHeap()
    {
        using var otherHeap = new SlabHeap(_regions);
        var other = new CollectionTable(otherHeap, _later.Add);
        int id = _table.Add(new Blocks(_heap.NewChild(), Blocks.CountOfBig));
        Collection collection = _table.Take(id);
        Assert.Equal(0, _heap.UsedBytes);
        int otherId = other.Add(collection);
        Assert.Equal(collection.Heap.UsedBytes, otherHeap.UsedBytes);
        other.Remove(otherId);
        Assert.Equal(0, otherHeap.UsedBytes);
        DropAll();
    }

    [Fact]
    public void Versions_AreNeverTheSameTwice()
    {
        int id = _table.Add(new Blocks(_heap, 1));
        ulong first = _table[id].Version;
        ulong second = _table.Changed(id).Version;
        _table.Remove(id);
        int again = _table.Add(new Blocks(_heap, 1));
        Assert.Equal(id, again);
        Assert.Equal(3, new HashSet<ulong> { first, second, _table[again].Version }.Count);
        _table.Remove(again);
    }

    private void DropLater(int id)
    {
        _table.Remove(id);
        Assert.Single(_later);
        Assert.Equal(0, _heap.UsedBytes);
        DropAll();
    }

    private void DropAll()
    {
        foreach (SlabHeap heap in _later)
        {
            int slices = 1;
            while (!heap.DropSome(1))
                slices++;
            Assert.True(slices > 1, "a big heap is dropped in more than one slice");
        }
    }

    private sealed class Blocks : Collection
    {
        public const int BlockBytes = 1024;
        public const int CountOfBig = (int)OwnHeapBytesMin / BlockBytes + 1;

        private readonly List<HeapBlock> _blocks = [];

        public Blocks(SlabHeap heap, int count)
            : base(heap) => Grow(count);

        public override long Count => _blocks.Count;

        public override long MemoryBytes => _blocks.Count * SlabHeap.BlockBytes(BlockBytes);

        public void Grow(int count)
        {
            for (int i = 0; i < count; i++)
                _blocks.Add(HeapBlock.Allocate(Heap, BlockBytes));
        }

        public override Collection CloneInto(SlabHeap heap) => new Blocks(heap, _blocks.Count);

        public override void Free()
        {
            foreach (HeapBlock block in _blocks)
                block.Free(Heap);
        }
    }
}
