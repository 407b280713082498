using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>MULTI: from here on commands are queued until EXEC or DISCARD. A second MULTI is an error that leaves the
/// transaction as it is.</summary>
internal sealed class Multi() : SessionCommand(MultiInfo)
{
    private static readonly CommandInfo MultiInfo = new("multi", "")
    {
        Arity = 1,
        Flags = CommandFlags.RunsInMulti | CommandFlags.NeedsConnection | CommandFlags.Loading | CommandFlags.Fast,
        Group = CommandGroup.Transactions,
        Summary = "Starts a transaction.",
        Complexity = "O(1)",
    };

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        TransactionState transaction = scope.Session!.Transaction;
        if (transaction.IsOpen)
            return CommonErrors.NestedMulti;
        transaction.Open();
        writer.Status("OK"u8);
        return null;
    }
}
