using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// A blocking command of a connection, with its own copy of its arguments: it is executed again when a key is ready,
/// and its reply goes to the connection's output, which nobody else touches while the connection waits.
/// </summary>
internal sealed class RespWaitingCall(CommandScope scope, CommandEntry entry, CommandLine line, RespReplyWriter writer)
    : IWaitingCall, IDisposable
{
    private readonly int _database = scope.Database;

    public void Attempt(CommandContext context)
    {
        context.Database = _database;
        context.LeavesAccess = scope.Session!.NoTouch;
        scope.BeginBatch(context);
        entry.Execute(scope, line.Arguments, writer);
    }

    public void Dispose() => line.Dispose();
}
