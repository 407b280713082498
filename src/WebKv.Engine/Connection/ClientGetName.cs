using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT GETNAME: the name that the client gave itself, or null.</summary>
public sealed class ClientGetName() : SessionCommand(new CommandInfo("client|getname", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Returns the name of the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        string name = scope.Session!.Name;
        if (name.Length == 0)
            writer.Null();
        else
            writer.Bulk(Encoding.ASCII.GetBytes(name));
        return null;
    }
}
