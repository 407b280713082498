using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>PING: PONG, or the message sent. Works on all doors.</summary>
public sealed class Ping() : SessionCommand(new CommandInfo("ping", "[message]")
{
    Arity = -1,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.WhileSubscribed,
    Group = CommandGroup.Connection,
    Summary = "Returns PONG, or the message given.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining > 1)
            return CommonErrors.WrongArity(Info.Name);
        if (scope.Session is { IsSubscriberOnly: true })
            WriteAsMessage(ref arguments, writer);
        else if (arguments.HasNext)
            writer.Bulk(arguments.Next());
        else
            writer.Status("PONG"u8);
        return null;
    }

    // To a client that expects messages only.
    private static void WriteAsMessage(ref ArgReader arguments, IReplyWriter writer)
    {
        writer.BeginArray(2);
        writer.Bulk("pong"u8);
        writer.Bulk(arguments.HasNext ? arguments.Next() : []);
    }
}
