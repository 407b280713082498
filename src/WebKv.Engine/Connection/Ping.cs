using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>PING: PONG, or the message sent. Works on all doors.</summary>
public sealed class Ping() : SessionCommand(new CommandInfo("ping", "[message]")
{
    Arity = -1,
    Flags = CommandFlags.Fast | CommandFlags.Loading,
    Group = CommandGroup.Connection,
    Summary = "Returns PONG, or the message given.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining > 1)
            return CommonErrors.WrongArity(Info.Name);
        if (arguments.HasNext)
            writer.Bulk(arguments.Next());
        else
            writer.Status("PONG"u8);
        return null;
    }
}
