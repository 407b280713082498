using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>SELECT: chooses the logical database of the connection.</summary>
public sealed class Select() : SessionCommand(new CommandInfo("select", "index")
{
    Arity = 2,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Chooses the logical database of the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.NextInteger(out long index) is { } error)
            return error;
        if (index < 0 || index >= scope.Engine.Options.Databases)
            return CommonErrors.DatabaseIndex;
        scope.Database = (int)index;
        writer.Status("OK"u8);
        return null;
    }
}
