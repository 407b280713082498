using System.Diagnostics;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// Fills one big structure with count elements of the data set from the first on: 16-byte names, 32-byte values. One
/// pipelined connection; returns the milliseconds until the last reply.
/// </summary>
internal static class StructureFill
{
    private const int CommandsAtOnce = 512;

    public static long Run(int port, string type, string key, int count, int first = 0)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = new RespConnection(port);
        var writer = new RespWriter();
        var end = first + count;
        for (var from = first; from < end; from += CommandsAtOnce)
        {
            var until = Math.Min(end, from + CommandsAtOnce);
            writer.Clear();
            for (var index = from; index < until; index++)
                Write(writer, type, key, index);
            connection.Send(writer.Bytes);
            connection.ReadReplies(until - from);
        }

        return (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Write(RespWriter writer, string type, string key, int index)
    {
        Span<byte> name = stackalloc byte[Record.KeyBytes];
        Span<byte> value = stackalloc byte[Record.ValueBytes];
        Record.WriteKey(name, index);
        Record.WriteValue(value, index);
        switch (type)
        {
            case "list":
                Begin(writer, "RPUSH", key, 3);
                writer.Add(value);
                break;
            case "set":
                Begin(writer, "SADD", key, 3);
                writer.Add(name);
                break;
            case "zset":
                Begin(writer, "ZADD", key, 4);
                writer.Add(index);
                writer.Add(name);
                break;
            case "hash":
                Begin(writer, "HSET", key, 4);
                writer.Add(name);
                writer.Add(value);
                break;
            case "stream":
                Begin(writer, "XADD", key, 5);
                writer.Add($"{index + 1}-0");
                writer.Add("field"u8);
                writer.Add(value);
                break;
            default:
                throw new ArgumentException($"no structure '{type}'", nameof(type));
        }
    }

    private static void Begin(RespWriter writer, string command, string key, int arguments)
    {
        writer.Begin(arguments);
        writer.Add(command);
        writer.Add(key);
    }
}
