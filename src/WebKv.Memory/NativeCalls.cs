using System.Runtime.InteropServices;

namespace WebKv.Memory;

/// <summary>The few libc calls that the base class library has no name for.</summary>
internal static unsafe partial class NativeCalls
{
    private const int MadvDontNeed = 4;
    private const int MadvHugePage = 14;

    /// <summary>Gives the pages' physical memory back; they read as zero afterwards.</summary>
    public static void Discard(byte* start, nuint bytes) => Advise(start, bytes, MadvDontNeed);

    /// <summary>Asks for huge pages: fewer faults while loading, fewer TLB misses on random reads.</summary>
    public static void PreferHugePages(byte* start, nuint bytes) => Advise(start, bytes, MadvHugePage);

    // Advice is only advice: where it is refused the memory works all the same, so the result is not looked at.
    private static void Advise(byte* start, nuint bytes, int advice)
    {
        if (OperatingSystem.IsLinux())
            _ = MAdvise(start, bytes, advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(byte* start, nuint bytes, int advice);
}
