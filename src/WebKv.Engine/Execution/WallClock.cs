namespace WebKv.Engine.Execution;

/// <summary>
/// Tells the time at a timestamp that was taken anyway, so that a call which is timed reads no second clock.
/// </summary>
/// <remarks>
/// The idea: one reading of both clocks serves all calls of the next <see cref="ValidFor"/>; in between time moves by
/// the monotonic clock. So it follows a clock that is set within that time. Any thread may ask: the pair of readings
/// is one object, and whoever finds it old replaces it.
/// </remarks>
public sealed class WallClock(TimeProvider time)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMilliseconds(10);

    private Reading _reading = new(time.GetUtcNow(), time.GetTimestamp());

    /// <summary>Unix milliseconds at a timestamp of now.</summary>
    public long UnixMsAt(long timestamp)
    {
        Reading reading = Volatile.Read(ref _reading);
        TimeSpan since = time.GetElapsedTime(reading.Timestamp, timestamp);
        if (since > ValidFor)
        {
            reading = new Reading(time.GetUtcNow(), timestamp);
            since = TimeSpan.Zero;
            Volatile.Write(ref _reading, reading);
        }
        return (reading.Utc + since).ToUnixTimeMilliseconds();
    }

    private sealed record Reading(DateTimeOffset Utc, long Timestamp);
}
