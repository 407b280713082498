using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>ECHO: the message sent. Works on all doors.</summary>
public sealed class Echo() : SessionCommand(new CommandInfo("echo", "message")
{
    Arity = 2,
    Flags = CommandFlags.Fast | CommandFlags.Loading,
    Group = CommandGroup.Connection,
    Summary = "Returns the message given.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.Bulk(arguments.Next());
        return null;
    }
}
