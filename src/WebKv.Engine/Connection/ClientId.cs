using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT ID: the number of the connection, never given twice.</summary>
public sealed class ClientId() : SessionCommand(new CommandInfo("client|id", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Returns the number of the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.Integer(scope.Session!.Id);
        return null;
    }
}
