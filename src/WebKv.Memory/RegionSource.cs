using System.Runtime.InteropServices;

namespace WebKv.Memory;

/// <summary>
/// Where all shards get their memory: 64 KiB pages, aligned to their size, cut from regions of 2 MiB.
/// </summary>
/// <remarks>
/// The idea: a page's header is found from any address inside it by masking, so a record needs no back pointer.
/// Regions are never returned while the source lives; a page that comes back keeps its physical memory only while
/// the pool of such pages is small, so that a store that shrinks gives its memory back to the system.
/// Any thread may call it; it is asked once per 64 KiB, so a plain lock is cheap enough.
/// </remarks>
public sealed unsafe class RegionSource : IDisposable
{
    public const int PageBytes = 64 * 1024;
    private const int RegionBytes = 2 * 1024 * 1024;
    private const int WarmPagesMax = 256;

    private readonly Lock _lock = new();
    private readonly List<nint> _regions = [];
    private readonly Stack<nint> _warm = new();
    private readonly Stack<nint> _cold = new();
    private byte* _next;
    private byte* _end;
    private long _pagesInUse;
    private long _usedBytesAbout;

    /// <summary>Bytes of all pages handed out and not returned.</summary>
    public long PageBytesInUse => Interlocked.Read(ref _pagesInUse) * PageBytes;

    /// <summary>Bytes of the live blocks of all heaps, each heap's within 64 KiB; one read, where the exact sum is one
    /// per heap.</summary>
    public long UsedBytesAbout => Interlocked.Read(ref _usedBytesAbout);

    /// <summary>Bytes of address space taken from the system.</summary>
    public long RegionBytesReserved
    {
        get { lock (_lock) return (long)_regions.Count * RegionBytes; }
    }

    /// <summary>Pages in use at which the next one is refused, as the system refuses memory. Tests set it, to see
    /// that nothing is left half done.</summary>
    internal long PagesMax { get; set; } = long.MaxValue;

    /// <summary>A page of undefined content.</summary>
    internal byte* TakePage()
    {
        lock (_lock)
        {
            if (_pagesInUse >= PagesMax)
                throw new OutOfMemoryException("The pages of the region source are used up.");
            byte* page = NextPage();
            _pagesInUse++;
            return page;
        }
    }

    internal void Report(long bytes) => Interlocked.Add(ref _usedBytesAbout, bytes);

    internal void ReturnPage(byte* page)
    {
        lock (_lock)
        {
            _pagesInUse--;
            if (_warm.Count < WarmPagesMax)
            {
                _warm.Push((nint)page);
                return;
            }
            NativeCalls.Discard(page, PageBytes);
            _cold.Push((nint)page);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (nint region in _regions)
                NativeMemory.AlignedFree((void*)region);
            _regions.Clear();
            _warm.Clear();
            _cold.Clear();
            _next = _end = null;
        }
    }

    private byte* NextPage()
    {
        if (_warm.TryPop(out nint returned) || _cold.TryPop(out returned))
            return (byte*)returned;
        if (_next == _end)
            AddRegion();
        byte* page = _next;
        _next += PageBytes;
        return page;
    }

    private void AddRegion()
    {
        _next = (byte*)NativeMemory.AlignedAlloc(RegionBytes, RegionBytes);
        _end = _next + RegionBytes;
        NativeCalls.PreferHugePages(_next, RegionBytes);
        _regions.Add((nint)_next);
    }
}
