using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT SETNAME: names the connection; an empty name takes it away.</summary>
public sealed class ClientSetName() : SessionCommand(new CommandInfo("client|setname", "connection-name")
{
    Arity = 3,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Names the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (!ClientName.TryRead(arguments.Next(), out string name))
            return ConnectionErrors.ClientName;
        scope.Session!.Name = name;
        writer.Status("OK"u8);
        return null;
    }
}
