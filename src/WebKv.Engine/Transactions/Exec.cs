using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>
/// EXEC: runs the queued commands as one unit and replies with their replies in order; null if a watched key has
/// changed, EXECABORT if a command was refused while they were queued.
/// </summary>
/// <remarks>Whatever the outcome, the transaction and its watches are over. The watch is taken from the session first,
/// so that an UNWATCH in the queue finds nothing to lock.</remarks>
internal sealed class Exec() : SessionCommand(ExecInfo)
{
    private static readonly CommandInfo ExecInfo = new("exec", "")
    {
        Arity = 1,
        Flags = CommandFlags.RunsInMulti | CommandFlags.NeedsConnection | CommandFlags.Loading,
        Group = CommandGroup.Transactions,
        Summary = "Runs the commands of a transaction.",
        Complexity = "That of its commands",
    };

    /// <summary>An EXEC that may not run ends the transaction all the same.</summary>
    public override Error Refused(CommandScope scope, Error reason)
    {
        if (scope.Session is null)
            return reason;
        scope.Session.Transaction.Abandon(scope.Engine);
        return CommonErrors.ExecAbortedBecause(reason);
    }

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        TransactionState transaction = scope.Session!.Transaction;
        if (!transaction.IsOpen)
            return CommonErrors.ExecWithoutMulti;
        WatchToken? watch = transaction.TakeWatch();
        try
        {
            return transaction.HasFailed ? CommonErrors.ExecAborted : RunQueue(scope, watch, writer);
        }
        finally
        {
            transaction.Close();
            if (watch is not null)
                Watcher.Unwatch(scope.Engine, watch);
        }
    }

    private static Error? RunQueue(CommandScope scope, WatchToken? watch, IReplyWriter writer)
    {
        switch (TransactionRunner.Run(scope, scope.Session!.Transaction.Queue, watch, writer))
        {
            case TransactionRunner.Outcome.WatchFailed:
                writer.NullArray();
                return null;
            case TransactionRunner.Outcome.PreconditionFailed:
                return CommonErrors.PreconditionFailed;
            case TransactionRunner.Outcome.OutOfMemory:
                return CommonErrors.ExecAbortedBecause(CommonErrors.OutOfMemory);
            default:
                return null;
        }
    }
}
