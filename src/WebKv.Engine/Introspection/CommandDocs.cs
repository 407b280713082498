using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND DOCS: what the commands named, or all, are for; names that are none are left out.</summary>
public sealed class CommandDocs() : SessionCommand(new CommandInfo("command|docs", "[command-name [command-name ...]]")
{
    Arity = -2,
    Flags = CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Server,
    Summary = "Documents commands: summary, version, group, complexity.",
    Complexity = "O(N) in the number of commands named, with none in that of all",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        CommandTable table = scope.Dispatcher.Table;
        List<CommandFamily> families = arguments.HasNext ? [] : [.. CommandFamily.All(table)];
        while (arguments.HasNext)
            if (CommandFamily.Find(table, arguments.Next()) is { } family)
                families.Add(family);
        writer.BeginMap(families.Count);
        foreach (CommandFamily family in families)
            CommandReplies.WriteDocs(writer, family);
        return null;
    }
}
