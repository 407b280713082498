using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>DISCARD: drops the queued commands and the watches.</summary>
internal sealed class Discard() : SessionCommand(DiscardInfo)
{
    private static readonly CommandInfo DiscardInfo = new("discard", "")
    {
        Arity = 1,
        Flags = CommandFlags.RunsInMulti | CommandFlags.NeedsConnection | CommandFlags.Loading | CommandFlags.Fast,
        Group = CommandGroup.Transactions,
        Summary = "Drops a transaction.",
        Complexity = "O(N) in the number of queued commands",
    };

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        TransactionState transaction = scope.Session!.Transaction;
        if (!transaction.IsOpen)
            return CommonErrors.DiscardWithoutMulti;
        transaction.Abandon(scope.Engine);
        writer.Status("OK"u8);
        return null;
    }
}
