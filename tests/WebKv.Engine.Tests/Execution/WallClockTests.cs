using Microsoft.Extensions.Time.Testing;
using WebKv.Engine.Execution;

namespace WebKv.Engine.Tests.Execution;

public sealed class WallClockTests
{
    [Fact]
    public void UnixMsAt_AnyMoment_IsTheTimeOfTheClock()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var clock = new WallClock(time);
        foreach (double ms in (double[])[0, 0.6, 0.6, 1, 9, 0.5, 10, 10.5, 86_400_000])
        {
            time.Advance(TimeSpan.FromMilliseconds(ms));
            Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), clock.UnixMsAt(time.GetTimestamp()));
        }
    }

    [Fact]
    public void UnixMsAt_ClockWasSet_FollowsSoon()
    {
        var time = new SteppedTime();
        var clock = new WallClock(time);
        time.Utc += TimeSpan.FromHours(-1);
        time.Timestamp += TimeSpan.FromMilliseconds(11).Ticks;
        Assert.Equal(time.Utc.ToUnixTimeMilliseconds(), clock.UnixMsAt(time.GetTimestamp()));
    }

    // A wall clock that is set moves apart from the monotonic one.
    private sealed class SteppedTime : TimeProvider
    {
        public DateTimeOffset Utc { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public long Timestamp { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Utc;

        public override long GetTimestamp() => Timestamp;
    }
}
