using System.Diagnostics;
using System.Globalization;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// What one command does to the others: paced GETs of records run before, during and after it, and count from just
/// before it is sent until it is wholly done plus a second, three seconds at least. Wholly done means that the reply
/// was read, a key that was to expire is gone, and nothing is left to be freed.
/// </summary>
internal sealed class StallProbe(int port, int keys, int rate)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WindowMin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns "P50 P99 P99.9 MAX COUNT EVENT", times in milliseconds.</summary>
    public string Run(string[] command)
    {
        using var gets = new PacedGets(port, keys, rate);
        using var connection = new RespConnection(port);
        var expired = ReadInfo(connection, "stats", "expired_keys");
        var expires = string.Equals(command[0], "PEXPIRE", StringComparison.OrdinalIgnoreCase);
        var running = gets.Start();
        Thread.Sleep(WarmUp);

        gets.Count();
        var started = Stopwatch.GetTimestamp();
        Send(connection, command);
        connection.ReadReplies(1);
        while ((expires && ReadInfo(connection, "stats", "expired_keys") == expired)
            || ReadInfo(connection, "memory", "lazyfree_pending_objects") > 0)
            Thread.Sleep(PollEvery);
        var took = Stopwatch.GetElapsedTime(started);

        var window = took + Afterwards;
        Thread.Sleep((window > WindowMin ? window : WindowMin) - Stopwatch.GetElapsedTime(started));
        gets.Stop();
        running.Wait();
        return Describe(gets.Latencies, took);
    }

    private static string Describe(HdrHistogram.LongHistogram latencies, TimeSpan took)
    {
        static double Milliseconds(long microseconds) => microseconds / 1000.0;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Milliseconds(latencies.GetValueAtPercentile(50)):F3} "
            + $"{Milliseconds(latencies.GetValueAtPercentile(99)):F3} "
            + $"{Milliseconds(latencies.GetValueAtPercentile(99.9)):F3} "
            + $"{Milliseconds(latencies.GetValueAtPercentile(100)):F3} "
            + $"{latencies.TotalCount} {took.TotalMilliseconds:F0}");
    }

    private static void Send(RespConnection connection, params ReadOnlySpan<string> words)
    {
        var writer = new RespWriter();
        writer.Begin(words.Length);
        foreach (var word in words)
            writer.Add(word);
        connection.Send(writer.Bytes);
    }

    private static long ReadInfo(RespConnection connection, string section, string field)
    {
        Send(connection, "INFO", section);
        var text = connection.ReadText();
        foreach (var line in text.Split("\r\n"))
            if (line.StartsWith(field, StringComparison.Ordinal) && line[field.Length] == ':')
                return long.Parse(line.AsSpan(field.Length + 1), CultureInfo.InvariantCulture);
        throw new InvalidDataException($"INFO {section} has no {field}");
    }
}
