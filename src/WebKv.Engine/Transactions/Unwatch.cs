using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>UNWATCH: forgets all watched keys. Between MULTI and EXEC it is queued like any other command and comes too
/// late: EXEC has ended the watch.</summary>
internal sealed class Unwatch() : SessionCommand(UnwatchInfo)
{
    private static readonly CommandInfo UnwatchInfo = new("unwatch", "")
    {
        Arity = 1,
        Flags = CommandFlags.NeedsConnection | CommandFlags.Loading | CommandFlags.Fast,
        Group = CommandGroup.Transactions,
        Summary = "Forgets all watched keys.",
        Complexity = "O(N) in the number of watched keys",
    };

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        Watcher.UnwatchAll(scope.Engine, scope.Session!.Transaction);
        writer.Status("OK"u8);
        return null;
    }
}
