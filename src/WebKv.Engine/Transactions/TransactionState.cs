using WebKv.Engine.Commands;
using WebKv.Engine.Execution;

namespace WebKv.Engine.Transactions;

/// <summary>What a session has queued since MULTI and what it watches.</summary>
public sealed class TransactionState
{
    private readonly List<QueuedCommand> _queue = [];

    /// <summary>True between MULTI and EXEC or DISCARD.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True when a command could not be queued: EXEC will refuse.</summary>
    public bool HasFailed { get; private set; }

    public long QueuedBytes { get; private set; }

    public IReadOnlyList<QueuedCommand> Queue => _queue;

    public WatchToken? Watch { get; internal set; }

    public void Open() => IsOpen = true;

    public void MarkFailed() => HasFailed |= IsOpen;

    public void Enqueue(CommandEntry entry, ArgList arguments)
    {
        CommandLine line = CommandLine.CopyOf(arguments);
        QueuedBytes += line.TotalBytes;
        _queue.Add(new QueuedCommand(entry, line));
    }

    /// <summary>Ends the watch without taking it off its keys: that is for the caller to do.</summary>
    internal WatchToken? TakeWatch()
    {
        WatchToken? watch = Watch;
        Watch = null;
        return watch;
    }

    /// <summary>Drops the queue and the watches: DISCARD, RESET, and the end of the connection.</summary>
    public void Abandon(KvEngine engine)
    {
        Close();
        Watcher.UnwatchAll(engine, this);
    }

    /// <summary>Ends the transaction and drops what was queued; watches stay.</summary>
    public void Close()
    {
        foreach (QueuedCommand queued in _queue)
            queued.Line.Dispose();
        _queue.Clear();
        QueuedBytes = 0;
        IsOpen = HasFailed = false;
    }
}
