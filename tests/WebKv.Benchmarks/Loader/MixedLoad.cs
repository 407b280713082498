using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Half GET and half SET of uniformly random records that exist, pipelined, one thread and one
/// connection each. Every second command is a SET, so the halves are exact whatever each costs.
/// </summary>
internal sealed class MixedLoad(int port, int keys, int depth)
{
    /// <summary>Runs for the given time and returns the commands per second.</summary>
    public long Run(int connections, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = new long[connections];
        var failures = new Exception?[connections];
        var threads = new Thread[connections];
        for (var i = 0; i < connections; i++)
        {
            var worker = i;
            threads[i] = new Thread(() => Guarded(worker, counts, failures, time));
            threads[i].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        if (Array.Find(failures, failure => failure is not null) is { } first)
            throw new InvalidOperationException("a connection failed", first);
        return (long)(counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    // The border of a worker thread: an exception there would end the process without a report.
    private void Guarded(int worker, long[] counts, Exception?[] failures, TimeSpan time)
    {
        try
        {
            counts[worker] = Work(new Random(worker), time);
        }
        catch (Exception failure)
        {
            failures[worker] = failure;
        }
    }

    private long Work(Random random, TimeSpan time)
    {
        using var connection = new RespConnection(port);
        var batch = new byte[depth * RespConnection.CommandBytesMax];
        var started = Stopwatch.GetTimestamp();
        long done = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            var length = 0;
            for (var i = 0; i < depth; i++)
            {
                var index = random.Next(keys);
                length += (i & 1) == 0
                    ? RespConnection.WriteGet(batch.AsSpan(length), index)
                    : RespConnection.WriteSet(batch.AsSpan(length), index);
            }

            connection.Send(batch.AsSpan(0, length));
            connection.ReadReplies(depth);
            done += depth;
        }

        return done;
    }
}
