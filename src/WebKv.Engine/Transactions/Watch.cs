using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>WATCH: the next EXEC runs only if none of the keys has changed until then.</summary>
internal sealed class Watch() : SessionCommand(WatchInfo)
{
    private static readonly CommandInfo WatchInfo = new("watch", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.RunsInMulti | CommandFlags.NeedsConnection | CommandFlags.Loading | CommandFlags.Fast,
        Group = CommandGroup.Transactions,
        Keys = KeySpec.All,
        Summary = "Makes the next EXEC depend on keys being left alone.",
        Complexity = "O(N) in the number of keys",
    };

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        TransactionState transaction = scope.Session!.Transaction;
        if (transaction.IsOpen)
            return CommonErrors.WatchInsideMulti;
        while (arguments.HasNext)
            Watcher.Watch(scope.Context, transaction, arguments.NextKey());
        writer.Status("OK"u8);
        return null;
    }
}
