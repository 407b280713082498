using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// A blocking command of a connection, with its own copy of its arguments: it is executed again when a key is ready,
/// and its reply goes to the connection's output, which nobody else touches while the connection waits.
/// </summary>
/// <remarks>Big arguments are blobs that it holds, so whoever has made one disposes it: at once if it need not wait, or
/// when the wait is over, since until then any thread may execute it.</remarks>
internal sealed class RespWaitingCall : IWaitingCall, IDisposable
{
    private readonly CommandScope _scope;
    private readonly CommandEntry _entry;
    private readonly CommandLine _line;
    private readonly RespReplyWriter _writer;
    private readonly int _database;

    /// <param name="scope">The scope of the connection.</param>
    /// <param name="entry">The command.</param>
    /// <param name="line">Its arguments, which the call takes over.</param>
    /// <param name="writer">Where its reply goes.</param>
    public RespWaitingCall(CommandScope scope, CommandEntry entry, CommandLine line, RespReplyWriter writer)
    {
        _scope = scope;
        _entry = entry;
        _line = line;
        _writer = writer;
        _database = scope.Database;
        Waiter = new Waiter(scope.Context.Engine, this);
    }

    public Waiter Waiter { get; }

    public void Attempt(CommandContext context)
    {
        context.Database = _database;
        context.LeavesAccess = _scope.Session!.NoTouch;
        _scope.BeginBatch(context);
        _entry.Execute(_scope, _line.Arguments, _writer);
    }

    /// <summary>Ends a call that stands in the lines of its keys and whose wait will not begin.</summary>
    public void Abandon()
    {
        Waiter.TryEnd(WaitOutcome.Cancelled);
        Waiter.Park();
        Dispose();
    }

    public void Dispose() => _line.Dispose();
}
