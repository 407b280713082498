using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WebKv.Memory;

/// <summary>
/// The memory of one shard: blocks of fixed size classes cut from 64 KiB pages.
/// </summary>
/// <remarks>
/// The idea: a shard's data is touched only under that shard's lock, so its allocator needs no synchronisation and
/// can count every byte. A page serves one class; its header holds a list of freed blocks and a count of live ones,
/// so that an empty page goes back to the <see cref="RegionSource"/>. Requests above the largest class go to the
/// system allocator and are counted the same way.
/// A big collection has a heap of its own, a child of the shard's: that one counts its bytes, and it can be handed to
/// another shard or dropped as a whole.
/// Cost: allocate and free are O(1), a handful of instructions; 64 bytes per page, none per block.
/// Debug builds put a canary behind every block and fill freed ones, so that an overrun or a write after free is
/// found at the next allocate or free. Thread rule: one thread at a time, the one that holds the shard's lock.
/// </remarks>
public sealed unsafe class SlabHeap : IDisposable
{
    private readonly RegionSource _regions;
    private Page** _partial;
    private readonly HashSet<nint> _large = [];
    private readonly HashSet<nint> _pages = [];
    private readonly HashSet<nint> _wholePages = [];
    private SlabHeap? _parent;
    private long _usedBytes;
    private long _childBytes;
    private long _reportedBytes;

    public SlabHeap(RegionSource regions)
    {
        _regions = regions;
        _partial = (Page**)NativeMemory.AllocZeroed((nuint)SlabClasses.Sizes.Length, (nuint)sizeof(Page*));
    }

    /// <summary>Bytes of all live blocks, rounded up to their class, those of the children included.</summary>
    public long UsedBytes => Volatile.Read(ref _usedBytes) + Volatile.Read(ref _childBytes);

    /// <summary>The heap that counts this one's bytes as its own; null while nobody does. Set it under the lock of
    /// both.</summary>
    internal SlabHeap? Parent
    {
        get => _parent;
        set
        {
            if (_parent is not null)
                _parent._childBytes -= _usedBytes;
            _parent = value;
            if (value is not null)
                value._childBytes += _usedBytes;
        }
    }

    /// <summary>Bytes of the pages held in blocks, live or not.</summary>
    public long PageBytes => (long)_pages.Count * RegionSource.PageBytes;

    /// <summary>An empty heap of the same source; whoever keeps it makes it a child.</summary>
    internal SlabHeap NewChild() => new(_regions);

    /// <summary>What a block of <paramref name="bytes"/> really takes.</summary>
    internal static long BlockBytes(long bytes)
    {
        long padded = bytes + Canary.Bytes;
        return padded > SlabClasses.SizeMax ? padded : SlabClasses.Sizes[SlabClasses.ClassOf((int)padded)];
    }

    /// <summary>True when a block taken for <paramref name="oldBytes"/> also holds <paramref name="newBytes"/>
    /// without wasting a class.</summary>
    internal static bool SameBlock(long oldBytes, long newBytes) =>
        oldBytes == newBytes
        || (newBytes + Canary.Bytes <= SlabClasses.SizeMax && BlockBytes(oldBytes) == BlockBytes(newBytes));

    /// <summary>A block of undefined content, 16-byte aligned (64-byte aligned for multiples of 64).</summary>
    internal byte* Allocate(long bytes)
    {
        long padded = bytes + Canary.Bytes;
        byte* block = padded > SlabClasses.SizeMax ? AllocateLarge(padded) : AllocateSmall((int)padded);
        Canary.Arm(block, bytes);
        return block;
    }

    internal void Free(byte* block, long bytes)
    {
        Canary.Check(block, bytes);
        long padded = bytes + Canary.Bytes;
        if (padded > SlabClasses.SizeMax)
            FreeLarge(block, padded);
        else
            FreeSmall(block, (int)padded);
    }

    /// <summary>Says that a block now holds another number of bytes of the same class (moves the canary).</summary>
    internal static void Retag(byte* block, long oldBytes, long newBytes)
    {
        Canary.Check(block, oldBytes);
        Canary.Arm(block, newBytes);
    }

    /// <summary>A whole page, for structures that divide it themselves.</summary>
    internal byte* AllocatePage()
    {
        byte* page = _regions.TakePage();
        _wholePages.Add((nint)page);
        Count(RegionSource.PageBytes);
        return page;
    }

    internal void FreePage(byte* page)
    {
        _wholePages.Remove((nint)page);
        Count(-RegionSource.PageBytes);
        _regions.ReturnPage(page);
    }

    /// <summary>Gives back up to <paramref name="blocksMax"/> pages or large blocks of a heap that nobody uses any
    /// more; true when it is empty. No record in them is looked at.</summary>
    public bool DropSome(int blocksMax)
    {
        DropPages(_pages, ref blocksMax);
        DropPages(_wholePages, ref blocksMax);
        DropLarge(ref blocksMax);
        if (_pages.Count + _wholePages.Count + _large.Count > 0)
            return false;
        NativeMemory.Free(_partial);
        _partial = null;
        Parent = null;
        _usedBytes = 0;
        _regions.Report(-_reportedBytes);
        _reportedBytes = 0;
        return true;
    }

    public void Dispose() => DropSome(int.MaxValue);

    private void DropPages(HashSet<nint> pages, ref int blocksMax)
    {
        nint[] dropped = [.. pages.Take(blocksMax)];
        foreach (nint page in dropped)
            _regions.ReturnPage((byte*)page);
        RemoveFirst(pages, dropped);
        blocksMax -= dropped.Length;
    }

    private void DropLarge(ref int blocksMax)
    {
        nint[] dropped = [.. _large.Take(blocksMax)];
        foreach (nint block in dropped)
            NativeMemory.AlignedFree((void*)block);
        RemoveFirst(_large, dropped);
        blocksMax -= dropped.Length;
    }

    // A set that is emptied from its front would be searched through its own gaps again and again.
    private static void RemoveFirst(HashSet<nint> addresses, nint[] removed)
    {
        addresses.ExceptWith(removed);
        addresses.TrimExcess();
    }

    // The sum over all heaps is kept up to date within a page per heap, so that counting costs no shared write.
    private void Count(long bytes)
    {
        _usedBytes += bytes;
        if (_parent is not null)
            _parent._childBytes += bytes;
        if (Math.Abs(_usedBytes - _reportedBytes) < RegionSource.PageBytes)
            return;
        _regions.Report(_usedBytes - _reportedBytes);
        _reportedBytes = _usedBytes;
    }

    private byte* AllocateSmall(int bytes)
    {
        int sizeClass = SlabClasses.ClassOf(bytes);
        int size = SlabClasses.Sizes[sizeClass];
        Page* page = _partial[sizeClass];
        if (page == null)
            page = AddPage(sizeClass, size);

        byte* block;
        if (page->FreeList != null)
        {
            block = page->FreeList;
            Canary.CheckFreed(block, size);
            page->FreeList = *(byte**)block;
        }
        else
        {
            block = (byte*)page + SlabClasses.PageHeaderBytes + (long)page->Bumped++ * size;
        }
        if (++page->Live == page->Capacity)
            Unlink(page);
        Count(size);
        return block;
    }

    private void FreeSmall(byte* block, int bytes)
    {
        var page = (Page*)((nuint)block & ~(nuint)(RegionSource.PageBytes - 1));
        int size = SlabClasses.Sizes[page->SizeClass];
        Debug.Assert(page->SizeClass == SlabClasses.ClassOf(bytes), "freed with another size than allocated");
        Canary.Poison(block, size);
        *(byte**)block = page->FreeList;
        page->FreeList = block;
        if (page->Live-- == page->Capacity)
            Link(page);
        Count(-size);
        // The last page of a class stays, so that one key that comes and goes does not take and return a page.
        if (page->Live == 0 && (page->Previous != null || page->Next != null))
            DropPage(page);
    }

    private Page* AddPage(int sizeClass, int size)
    {
        var page = (Page*)_regions.TakePage();
        _pages.Add((nint)page);
        *page = new Page
        {
            SizeClass = sizeClass,
            Capacity = (RegionSource.PageBytes - SlabClasses.PageHeaderBytes) / size,
        };
        Link(page);
        return page;
    }

    private void DropPage(Page* page)
    {
        Unlink(page);
        _pages.Remove((nint)page);
        _regions.ReturnPage((byte*)page);
    }

    private void Link(Page* page)
    {
        Page* head = _partial[page->SizeClass];
        page->Previous = null;
        page->Next = head;
        if (head != null)
            head->Previous = page;
        _partial[page->SizeClass] = page;
    }

    private void Unlink(Page* page)
    {
        if (page->Previous != null)
            page->Previous->Next = page->Next;
        else
            _partial[page->SizeClass] = page->Next;
        if (page->Next != null)
            page->Next->Previous = page->Previous;
        page->Previous = page->Next = null;
    }

    private byte* AllocateLarge(long bytes)
    {
        var block = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        _large.Add((nint)block);
        Count(bytes);
        return block;
    }

    private void FreeLarge(byte* block, long bytes)
    {
        bool known = _large.Remove((nint)block);
        Debug.Assert(known, "a large block was freed twice, or never allocated here");
        Count(-bytes);
        NativeMemory.AlignedFree(block);
    }

    // At most PageHeaderBytes long; blocks follow it.
    private struct Page
    {
        public Page* Previous;
        public Page* Next;
        public byte* FreeList;
        public int SizeClass;
        public int Capacity;
        public int Live;
        public int Bumped;
    }
}
