using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT HELP, COMMAND HELP and so on: the subcommands of a command, from their definitions.</summary>
public sealed class ContainerHelp(string container, CommandGroup group) : SessionCommand(new CommandInfo(
    $"{container}|help", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading,
    Group = group,
    Summary = $"Lists the subcommands of {container.ToUpperInvariant()}.",
    Complexity = "O(N) in the number of subcommands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        List<string> lines =
            [$"{container.ToUpperInvariant()} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"];
        foreach (CommandEntry entry in scope.Dispatcher.Table.Entries)
        {
            if (!entry.Info.Name.StartsWith($"{container}|", StringComparison.Ordinal))
                continue;
            lines.Add($"{entry.Info.Name[(container.Length + 1)..].ToUpperInvariant()} {entry.Info.Usage}".TrimEnd());
            lines.Add($"    {entry.Info.Summary}");
        }
        writer.BeginArray(lines.Count);
        foreach (string line in lines)
            writer.Status(Encoding.UTF8.GetBytes(line));
        return null;
    }
}
