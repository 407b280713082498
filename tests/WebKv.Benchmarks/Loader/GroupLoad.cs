using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Consumers of one group: each reads a batch of single entries with XREADGROUP, then acknowledges them with XACK,
/// both pipelined. The stream must hold ids 1-0, 2-0, .. in order; when it is read to its end, the group starts anew.
/// </summary>
internal sealed class GroupLoad(int port, string key, int entries, int depth)
{
    private const string Group = "bench";

    /// <summary>Runs for the given time and returns the commands per second and their number.</summary>
    public (long Rate, long Commands) Run(int connections, TimeSpan time)
    {
        Restart();
        var started = Stopwatch.GetTimestamp();
        long done = 0;
        long read = 0;
        var workers = new RespConnection[connections];
        for (var i = 0; i < connections; i++)
            workers[i] = new RespConnection(port);
        var writer = new RespWriter();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            if (read + ((long)connections * depth) > entries)
            {
                Restart();
                read = 0;
            }

            Read(workers, writer);
            Acknowledge(workers, writer, read + 1);
            read += (long)connections * depth;
            done += 2L * connections * depth;
        }

        foreach (var worker in workers)
            worker.Dispose();
        return ((long)(done / Stopwatch.GetElapsedTime(started).TotalSeconds), done);
    }

    // All connections send before the first one reads: the server always has work.
    private void Read(RespConnection[] workers, RespWriter writer)
    {
        for (var consumer = 0; consumer < workers.Length; consumer++)
        {
            writer.Clear();
            for (var i = 0; i < depth; i++)
            {
                writer.Begin(9);
                writer.Add("XREADGROUP"u8);
                writer.Add("GROUP"u8);
                writer.Add(Group);
                writer.Add(consumer);
                writer.Add("COUNT"u8);
                writer.Add(1);
                writer.Add("STREAMS"u8);
                writer.Add(key);
                writer.Add(">"u8);
            }

            workers[consumer].Send(writer.Bytes);
        }

        foreach (var worker in workers)
            worker.ReadReplies(depth);
    }

    // Together the consumers have read the next entries; who acknowledges which is all the same to the group.
    private void Acknowledge(RespConnection[] workers, RespWriter writer, long first)
    {
        foreach (var worker in workers)
        {
            writer.Clear();
            for (var i = 0; i < depth; i++)
            {
                writer.Begin(4);
                writer.Add("XACK"u8);
                writer.Add(key);
                writer.Add(Group);
                writer.Add($"{first++}-0");
            }

            worker.Send(writer.Bytes);
        }

        foreach (var worker in workers)
            worker.ReadReplies(depth);
    }

    private void Restart()
    {
        using var connection = new RespConnection(port);
        var writer = new RespWriter();
        foreach (var line in new[] { $"XGROUP DESTROY {key} {Group}", $"XGROUP CREATE {key} {Group} 0" })
        {
            var words = line.Split(' ');
            writer.Begin(words.Length);
            foreach (var word in words)
                writer.Add(word);
        }

        connection.Send(writer.Bytes);
        connection.ReadReplies(2);
    }
}
