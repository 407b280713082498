using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// A cache in use: asks for keys by Zipf's law and sets those that were missing. Paced, because the clocks that
/// eviction goes by tick once a second: at full speed a whole cache is replaced within a few ticks, and what was used
/// last cannot be told from what was used long ago.
/// </summary>
internal sealed class CacheLoad(int port, Zipf zipf, int rate)
{
    private const int KeysAtOnce = 32;
    private const int ValueBytes = 100;
    private const int ValueBytesWhole = (ValueBytes + Record.ValueBytes - 1) / Record.ValueBytes * Record.ValueBytes;

    /// <summary>Returns the share of hits among the requests after those that warm up.</summary>
    public double Run(int warmUp, int requests)
    {
        using var connection = new RespConnection(port);
        var writer = new RespWriter();
        var keys = new int[KeysAtOnce];
        var started = Stopwatch.GetTimestamp();
        long hits = 0;
        long counted = 0;
        for (long done = 0; done < (long)warmUp + requests; done += KeysAtOnce)
        {
            PreciseSleep.Until(started + (long)(done * (double)Stopwatch.Frequency / rate));
            for (var i = 0; i < KeysAtOnce; i++)
                keys[i] = zipf.Next();
            var missing = Get(connection, writer, keys);
            Set(connection, writer, keys.AsSpan(0, missing));
            if (done < warmUp)
                continue;
            hits += KeysAtOnce - missing;
            counted += KeysAtOnce;
        }

        return (double)hits / counted;
    }

    /// <summary>Asks for all, moves those that are missing to the front and returns their number.</summary>
    private static int Get(RespConnection connection, RespWriter writer, Span<int> keys)
    {
        writer.Clear();
        foreach (var index in keys)
            Begin(writer, 2, "GET"u8, index);
        connection.Send(writer.Bytes);
        var missing = 0;
        foreach (var index in keys)
            if (!connection.ReadValue())
                keys[missing++] = index;
        return missing;
    }

    private static void Set(RespConnection connection, RespWriter writer, ReadOnlySpan<int> keys)
    {
        Span<byte> value = stackalloc byte[ValueBytesWhole];
        writer.Clear();
        foreach (var index in keys)
        {
            Begin(writer, 3, "SET"u8, index);
            for (var at = 0; at < ValueBytesWhole; at += Record.ValueBytes)
                Record.WriteValue(value.Slice(at, Record.ValueBytes), index);
            writer.Add(value[..ValueBytes]);
        }

        connection.Send(writer.Bytes);
        connection.ReadReplies(keys.Length);
    }

    private static void Begin(RespWriter writer, int arguments, ReadOnlySpan<byte> command, int index)
    {
        Span<byte> key = stackalloc byte[Record.KeyBytes];
        Record.WriteKey(key, index);
        writer.Begin(arguments);
        writer.Add(command);
        writer.Add(key);
    }
}
