using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Sets records 0..keys-1 once each, over two connections with a bounded number of commands under
/// way, and returns the milliseconds until the last reply.
/// </summary>
internal static class BulkLoad
{
    private const int Connections = 2;
    private const int CommandsAtOnce = 512;

    public static long Run(int port, int keys)
    {
        var started = Stopwatch.GetTimestamp();
        var share = (keys + Connections - 1) / Connections;
        Parallel.For(0, Connections, new() { MaxDegreeOfParallelism = Connections }, worker =>
            Load(port, worker * share, Math.Min(keys, (worker + 1) * share)));
        return (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Load(int port, int from, int to)
    {
        using var connection = new RespConnection(port);
        var batch = new byte[CommandsAtOnce * RespConnection.CommandBytesMax];
        var underWay = 0;
        while (from < to)
        {
            var count = Math.Min(CommandsAtOnce, to - from);
            var length = 0;
            for (var i = 0; i < count; i++)
                length += RespConnection.WriteSet(batch.AsSpan(length), from++);
            connection.Send(batch.AsSpan(0, length));

            // The replies of the batch before are read while the server works on this one.
            connection.ReadReplies(underWay);
            underWay = count;
        }

        connection.ReadReplies(underWay);
    }
}
