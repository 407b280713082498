using System.Diagnostics;
using HdrHistogram;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// GETs of random records at a fixed pace over one connection, and how long after its time each was answered.
/// </summary>
/// <remarks>
/// An open loop: request i is due at start + i / rate whether or not those before it were answered, and its latency
/// counts from then, so a server that stands still for a second is charged for every request of that second
/// (no coordinated omission). One thread sends, one reads; replies come in order, so a number is all they share.
/// </remarks>
internal sealed class PacedGets(int port, int keys, int rate) : IDisposable
{
    private const long MicrosecondsMax = 3_600_000_000;
    private const int SignificantDigits = 3;

    private readonly RespConnection _connection = new(port);
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _countsFrom = long.MaxValue;
    private long _total = long.MaxValue;
    private volatile bool _stops;

    /// <summary>Microseconds of the requests that were due after <see cref="Count"/>.</summary>
    public LongHistogram Latencies { get; } = new(MicrosecondsMax, SignificantDigits);

    /// <summary>Runs both sides until <see cref="Stop"/> has been called and every reply was read.</summary>
    public Task Start() => Task.WhenAll(OnThread(Send), OnThread(Read));

    /// <summary>From now on requests count.</summary>
    public void Count() => Volatile.Write(ref _countsFrom, Stopwatch.GetTimestamp());

    public void Stop() => _stops = true;

    public void Dispose() => _connection.Dispose();

    private static Task OnThread(Action work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private long DueAt(long request) => _started + (long)(request * (double)Stopwatch.Frequency / rate);

    private void Send()
    {
        var random = new Random(1);
        var command = new byte[RespConnection.CommandBytesMax];
        for (long request = 0; ; request++)
        {
            PreciseSleep.Until(DueAt(request));
            var last = _stops;

            // The reader must know before the last reply comes that it is the last.
            if (last)
                Volatile.Write(ref _total, request + 1);
            var length = RespConnection.WriteGet(command, random.Next(keys));
            _connection.Send(command.AsSpan(0, length));
            if (last)
                return;
        }
    }

    private void Read()
    {
        for (long request = 0; request < Volatile.Read(ref _total); request++)
        {
            if (!_connection.ReadValue())
                throw new InvalidDataException("a record that exists was not found");
            var due = DueAt(request);
            if (due >= Volatile.Read(ref _countsFrom))
                Latencies.RecordValue((long)Stopwatch.GetElapsedTime(due).TotalMicroseconds);
        }
    }
}
