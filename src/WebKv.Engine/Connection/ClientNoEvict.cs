using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT NO-EVICT: accepted and shown in CLIENT LIST; WebKv closes no client for the memory it uses.
/// </summary>
public sealed class ClientNoEvict() : SessionCommand(new CommandInfo("client|no-evict", "ON | OFF")
{
    Arity = 3,
    Flags = CommandFlags.Admin | CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Keeps the connection from being closed when clients use too much memory.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (!OnOff.TryRead(arguments.Next(), out bool on))
            return CommonErrors.Syntax;
        scope.Session!.NoEvict = on;
        writer.Status("OK"u8);
        return null;
    }
}
