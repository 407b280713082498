using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Reads at uniformly random places of one sorted set that StructureFill made, where member i has score and rank i:
/// the rank of a member, ten members by rank or ten by score, pipelined.
/// </summary>
internal sealed class RankLoad(int port, string key, int members, string read)
{
    private const int Length = 10;

    /// <summary>Runs for the given time and returns the commands per second and their number.</summary>
    public (long Rate, long Commands) Run(int connections, int depth, TimeSpan time)
    {
        var random = new Random(1);
        var writer = new RespWriter();
        var workers = new RespConnection[connections];
        for (var i = 0; i < connections; i++)
            workers[i] = new RespConnection(port);
        var started = Stopwatch.GetTimestamp();
        long done = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            // All connections send before the first one reads: the server always has work.
            foreach (var worker in workers)
            {
                writer.Clear();
                for (var i = 0; i < depth; i++)
                    Write(writer, random.Next(members - Length));
                worker.Send(writer.Bytes);
            }

            foreach (var worker in workers)
                worker.ReadReplies(depth);
            done += (long)connections * depth;
        }

        var rate = (long)(done / Stopwatch.GetElapsedTime(started).TotalSeconds);
        foreach (var worker in workers)
            worker.Dispose();
        return (rate, done);
    }

    private void Write(RespWriter writer, int place)
    {
        switch (read)
        {
            case "rank":
                Span<byte> member = stackalloc byte[Record.KeyBytes];
                Record.WriteKey(member, place);
                writer.Begin(3);
                writer.Add("ZRANK"u8);
                writer.Add(key);
                writer.Add(member);
                break;
            case "by-rank":
                BeginRange(writer, 4, place);
                break;
            case "by-score":
                BeginRange(writer, 5, place);
                writer.Add("BYSCORE"u8);
                break;
            default:
                throw new InvalidOperationException($"no read '{read}'");
        }
    }

    private void BeginRange(RespWriter writer, int arguments, int place)
    {
        writer.Begin(arguments);
        writer.Add("ZRANGE"u8);
        writer.Add(key);
        writer.Add(place);
        writer.Add(place + Length - 1);
    }
}
