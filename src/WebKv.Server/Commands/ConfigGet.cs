using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Commands;

/// <summary>CONFIG GET: the parameters whose names match the patterns.</summary>
internal sealed class ConfigGet(ServerParameters parameters) : SessionCommand(new CommandInfo(
    "config|get", "parameter [parameter ...]")
{
    Arity = -3,
    Flags = CommandFlags.Admin | CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Returns parameters of the server.",
    Complexity = "O(N) in the number of patterns",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        var found = new Dictionary<string, string>();
        while (arguments.HasNext)
            foreach (ServerParameter parameter in parameters.Matching(Encoding.UTF8.GetString(arguments.Next())))
                found[parameter.Name] = parameter.Read();
        writer.BeginMap(found.Count);
        foreach ((string name, string value) in found)
        {
            writer.Bulk(Encoding.UTF8.GetBytes(name));
            writer.Bulk(Encoding.UTF8.GetBytes(value));
        }
        return null;
    }
}
