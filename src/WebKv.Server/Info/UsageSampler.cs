using WebKv.Engine.Execution;

namespace WebKv.Server.Info;

/// <summary>
/// What only shows over time: commands per second over the last samples, and the peak of the memory used. The
/// engine's housekeeping takes the samples.
/// </summary>
/// <remarks>Thread rule: one thread samples, any thread reads.</remarks>
internal sealed class UsageSampler(TimeProvider time)
{
    private const int Samples = 16;

    private readonly long[] _rates = new long[Samples];
    private long _taken;
    private long _lastCommands;
    private long _lastTimestamp = time.GetTimestamp();
    private long _usedBytesPeak;

    /// <summary>The mean of the last 16 samples, as Redis reports it.</summary>
    public long CommandsPerSecond
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < Samples; i++)
                sum += Interlocked.Read(ref _rates[i]);
            return sum / Samples;
        }
    }

    public long UsedBytesPeak => Interlocked.Read(ref _usedBytesPeak);

    public void Sample(long commands, KvEngine engine)
    {
        TimeSpan elapsed = time.GetElapsedTime(_lastTimestamp);
        if (elapsed <= TimeSpan.Zero)
            return;
        // The count falls when the statistics are reset.
        long ran = Math.Max(0, commands - _lastCommands);
        Interlocked.Exchange(ref _rates[_taken++ % Samples], (long)(ran / elapsed.TotalSeconds));
        _lastCommands = commands;
        _lastTimestamp = time.GetTimestamp();
        Interlocked.Exchange(ref _usedBytesPeak, Math.Max(_usedBytesPeak, engine.UsedBytes));
    }
}
