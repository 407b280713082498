using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND: all commands, each as COMMAND INFO describes it.</summary>
public sealed class CommandAll() : SessionCommand(new CommandInfo("command", "")
{
    Arity = -1,
    Flags = CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Server,
    Summary = "Describes all commands.",
    Complexity = "O(N) in the number of commands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.HasNext)
            return CommonErrors.UnknownSubcommand(arguments.Next(), Info.Name);
        List<CommandFamily> families = [.. CommandFamily.All(scope.Dispatcher.Table)];
        writer.BeginArray(families.Count);
        foreach (CommandFamily family in families)
            CommandReplies.WriteInfo(writer, family);
        return null;
    }
}
