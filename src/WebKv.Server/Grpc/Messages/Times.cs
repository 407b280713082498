using Google.Protobuf.WellKnownTypes;

namespace WebKv.Server.Grpc.Messages;

/// <summary>Protobuf's times as the engine's whole milliseconds; what is finer is dropped.</summary>
internal static class Times
{
    private const long MsPerSecond = 1000;
    private const int NanosPerMs = 1_000_000;

    /// <summary>False when 64 bits do not hold it.</summary>
    public static bool TryMs(Duration duration, out long ms) => TryMs(duration.Seconds, duration.Nanos, out ms);

    /// <summary>False when 64 bits do not hold it.</summary>
    public static bool TryUnixMs(Timestamp time, out long unixMs) => TryMs(time.Seconds, time.Nanos, out unixMs);

    public static Duration ToDuration(long ms)
    {
        (long seconds, long rest) = Math.DivRem(ms, MsPerSecond);
        return new Duration { Seconds = seconds, Nanos = (int)rest * NanosPerMs };
    }

    /// <summary>The time left of a deadline; null where there is no deadline.</summary>
    public static Duration? Left(long deadlineMs, long nowMs) =>
        deadlineMs == 0 ? null : ToDuration(Math.Max(0, deadlineMs - nowMs));

    /// <summary>The deadline itself; null where there is none.</summary>
    public static Timestamp? ToTimestamp(long unixMs)
    {
        if (unixMs == 0)
            return null;
        (long seconds, long rest) = Math.DivRem(unixMs, MsPerSecond);
        return new Timestamp { Seconds = seconds, Nanos = (int)rest * NanosPerMs };
    }

    private static bool TryMs(long seconds, int nanos, out long ms)
    {
        Int128 exact = (Int128)seconds * MsPerSecond + nanos / NanosPerMs;
        ms = unchecked((long)exact);
        return ms == exact;
    }
}
