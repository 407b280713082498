using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND COUNT: how many commands there are; subcommands do not count.</summary>
public sealed class CommandCount() : SessionCommand(new CommandInfo("command|count", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Counts the commands.",
    Complexity = "O(N) in the number of commands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.Integer(CommandFamily.All(scope.Dispatcher.Table).Count());
        return null;
    }
}
