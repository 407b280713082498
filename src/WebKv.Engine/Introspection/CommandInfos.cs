using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND INFO: the commands named, or all; null for a name that is none.</summary>
public sealed class CommandInfos() : SessionCommand(new CommandInfo("command|info", "[command-name [command-name ...]]")
{
    Arity = -2,
    Flags = CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Server,
    Summary = "Describes commands: arity, flags, keys, categories, subcommands.",
    Complexity = "O(N) in the number of commands named, with none in that of all",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        CommandTable table = scope.Dispatcher.Table;
        List<CommandFamily?> families = arguments.HasNext ? [] : [.. CommandFamily.All(table)];
        while (arguments.HasNext)
            families.Add(CommandFamily.Find(table, arguments.Next()));
        writer.BeginArray(families.Count);
        foreach (CommandFamily? family in families)
        {
            if (family is null)
                writer.NullArray();
            else
                CommandReplies.WriteInfo(writer, family);
        }
        return null;
    }
}
