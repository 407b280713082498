using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND GETKEYS: the arguments of a command line that are keys.</summary>
public sealed class CommandGetKeys() : SessionCommand(new CommandInfo("command|getkeys", "command [arg [arg ...]]")
{
    Arity = -3,
    Flags = CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Returns the keys of a command line.",
    Complexity = "O(N) in the number of arguments",
})
{
    private static readonly Error InvalidCommand = new(ErrorCode.InvalidArgument, "ERR Invalid command specified");

    private static readonly Error InvalidCount =
        new(ErrorCode.InvalidArgument, "ERR Invalid number of arguments specified for command");

    private static readonly Error NoKeys =
        new(ErrorCode.InvalidArgument, "ERR The command has no key arguments");

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        int first = arguments.Position;
        using var line = new CommandLine();
        while (arguments.HasNext)
            line.Add(arguments.NextValue());
        if (scope.Dispatcher.Table.Find(line.Arguments) is not { } entry)
            return InvalidCommand;
        if (entry.Info.Keys.IsNone)
            return NoKeys;
        if (!entry.Info.AcceptsCount(line.Count))
            return InvalidCount;
        List<int> positions = entry.Info.Keys.PositionsIn(line.Arguments);
        writer.BeginArray(positions.Count);
        foreach (int position in positions)
            writer.Bulk(arguments.Line[first + position]);
        return null;
    }
}
