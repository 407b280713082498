using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;
using WebKv.Server.Info;

namespace WebKv.Server.Commands;

/// <summary>INFO: the state of the server as text in sections. Works on all doors.</summary>
internal sealed class InfoCommand(ServerInfo server) : SessionCommand(new CommandInfo("info", "[section [section ...]]")
{
    Arity = -1,
    Flags = CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Server,
    Summary = "Reports the state of the server.",
    Complexity = "O(N) in the numbers of shards, connections and commands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (arguments.HasNext)
            wanted.Add(Encoding.UTF8.GetString(arguments.Next()));
        writer.Verbatim(Encoding.UTF8.GetBytes(server.Render(scope.Dispatcher, wanted)));
        return null;
    }
}
