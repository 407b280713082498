using System.Collections.Concurrent;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Commands;

/// <summary>
/// Calls, time and failures per command. Each thread counts in its own block, so counting costs no shared write;
/// readers add the blocks up.
/// </summary>
public sealed class CommandStatistics(int commandCount)
{
    [ThreadStatic]
    private static Block? _block;

    private readonly Lock _lock = new();
    private readonly List<Block> _blocks = [];
    private readonly ConcurrentDictionary<string, long> _errors = new();
    private Row[] _resetAt = new Row[commandCount];

    /// <summary>How often each RESP error code was answered; the codes are few, whatever clients send.</summary>
    public IReadOnlyDictionary<string, long> Errors => _errors;

    public void Count(int command, long ticks, Error? error)
    {
        ref Row row = ref BlockOfThread().Rows[command];
        row.Calls++;
        row.Ticks += ticks;
        if (error is null)
            return;
        row.Failed++;
        CountError(error);
    }

    /// <summary>Counts a line that was refused before its command ran.</summary>
    public void CountRejected(int command, Error error)
    {
        BlockOfThread().Rows[command].Rejected++;
        CountError(error);
    }

    /// <summary>Counts an error that no command caused: the line was refused before one ran.</summary>
    public void CountError(Error error) => _errors.AddOrUpdate(error.RespCode, 1, static (_, count) => count + 1);

    /// <summary>The sums since the start or the last reset. Ticks are those of Stopwatch.</summary>
    public Row Sum(int command)
    {
        lock (_lock)
            return SumUnlocked(command) - _resetAt[command];
    }

    /// <summary>Commands of any kind since the start or the last reset.</summary>
    public long TotalCalls
    {
        get
        {
            long calls = 0;
            for (int command = 0; command < commandCount; command++)
                calls += Sum(command).Calls;
            return calls;
        }
    }

    /// <summary>Starts counting from zero; nothing is written to the other threads' blocks.</summary>
    public void Reset()
    {
        _errors.Clear();
        lock (_lock)
            _resetAt = [.. Enumerable.Range(0, commandCount).Select(SumUnlocked)];
    }

    private Block BlockOfThread()
    {
        Block? block = _block;
        return block is not null && ReferenceEquals(block.Owner, this) ? block : Register();
    }

    private Row SumUnlocked(int command)
    {
        var sum = new Row();
        foreach (Block block in _blocks)
            sum += block.Rows[command];
        return sum;
    }

    private Block Register()
    {
        var block = new Block(this, new Row[commandCount]);
        lock (_lock)
            _blocks.Add(block);
        return _block = block;
    }

    private sealed record Block(CommandStatistics Owner, Row[] Rows);

    /// <summary>The counters of one command.</summary>
    public record struct Row(long Calls, long Ticks, long Failed, long Rejected)
    {
        public static Row operator +(Row a, Row b) =>
            new(a.Calls + b.Calls, a.Ticks + b.Ticks, a.Failed + b.Failed, a.Rejected + b.Rejected);

        public static Row operator -(Row a, Row b) =>
            new(a.Calls - b.Calls, a.Ticks - b.Ticks, a.Failed - b.Failed, a.Rejected - b.Rejected);
    }
}
