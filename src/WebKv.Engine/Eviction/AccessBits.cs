namespace WebKv.Engine.Eviction;

/// <summary>
/// What the 24 access bits of a record mean under each kind of policy.
/// </summary>
/// <remarks>
/// Least recently used: seconds, wrapping after 194 days. Least frequently used (the scheme of Redis): 16 bits of
/// minutes since the counter was last touched, and 8 bits of a logarithmic counter. A new key begins at
/// <see cref="NewKeyCount"/>, an access raises the counter with a probability that falls with its height, and every
/// minute without one lowers it by one: about a million accesses in a short time reach the top.
/// </remarks>
internal static class AccessBits
{
    public const uint Mask = 0xFFFFFF;
    public const int NewKeyCount = 5;

    private const int LogFactor = 10;
    private const uint MinuteMask = 0xFFFF;

    public static uint Seconds(long nowMs) => (uint)(nowMs / 1000) & Mask;

    public static uint NewCounter(long nowMs) => Pack(nowMs, NewKeyCount);

    /// <summary>The counter as it is now, after the minutes that have passed.</summary>
    public static int CountOf(uint bits, long nowMs)
    {
        uint minutes = Minutes(nowMs) - (bits >> 8) & MinuteMask;
        return (int)Math.Max(0, (bits & 0xFF) - (long)minutes);
    }

    /// <summary>The bits after one more access.</summary>
    public static uint Touched(uint bits, long nowMs)
    {
        int count = CountOf(bits, nowMs);
        int rarity = Math.Max(0, count - NewKeyCount) * LogFactor + 1;
        if (count < byte.MaxValue && Random.Shared.NextDouble() * rarity < 1)
            count++;
        return Pack(nowMs, count);
    }

    private static uint Minutes(long nowMs) => (uint)(nowMs / 60_000) & MinuteMask;

    private static uint Pack(long nowMs, int count) => Minutes(nowMs) << 8 | (uint)count;
}
