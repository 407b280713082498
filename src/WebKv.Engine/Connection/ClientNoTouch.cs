using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT NO-TOUCH: the reads of this connection no longer count as accesses of the keys.</summary>
public sealed class ClientNoTouch() : SessionCommand(new CommandInfo("client|no-touch", "ON | OFF")
{
    Arity = 3,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Controls whether reads of the connection change the last access of keys.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (!OnOff.TryRead(arguments.Next(), out bool on))
            return CommonErrors.Syntax;
        // The context of the running batch, too: the next command of a pipeline must already obey.
        scope.Session!.NoTouch = scope.Context.LeavesAccess = on;
        writer.Status("OK"u8);
        return null;
    }
}
