using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>QUIT: OK, and the connection closes after the replies written so far.</summary>
public sealed class Quit() : SessionCommand(new CommandInfo("quit", "")
{
    Arity = -1,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.NoAuth | CommandFlags.RunsInMulti
        | CommandFlags.NeedsConnection | CommandFlags.WhileSubscribed,
    Group = CommandGroup.Connection,
    Summary = "Closes the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        scope.Session!.CloseAfterReply();
        writer.Status("OK"u8);
        return null;
    }
}
