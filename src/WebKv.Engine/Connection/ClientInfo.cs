using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT INFO: the line of CLIENT LIST about this connection.</summary>
public sealed class ClientInfo() : SessionCommand(new CommandInfo("client|info", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Describes the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        var text = new StringBuilder();
        ClientLine.AppendTo(text, scope.Session!, scope.Engine.NowMs);
        writer.Verbatim(Encoding.UTF8.GetBytes(text.ToString()));
        return null;
    }
}
