using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Sleeps with the resolution of the kernel's timers, some 50 microseconds. The framework's sleeps are whole
/// milliseconds, and to spin would take one of the cores that are to be measured.
/// </summary>
internal static class PreciseSleep
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Returns at once when the time, a Stopwatch timestamp, has passed.</summary>
    public static void Until(long timestamp)
    {
        long left;
        while ((left = timestamp - Stopwatch.GetTimestamp()) > 0)
        {
            var nanoseconds = (long)(left * (double)NanosecondsPerSecond / Stopwatch.Frequency);
            var request = new TimeSpec
            {
                Seconds = (nint)(nanoseconds / NanosecondsPerSecond),
                Nanoseconds = (nint)(nanoseconds % NanosecondsPerSecond),
            };

            // A signal may end it early: the loop looks at the clock again.
            _ = NanoSleep(in request, 0);
        }
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int NanoSleep(in TimeSpec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
