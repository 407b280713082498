using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT REPLY: switches the replies of the connection off, on, or off for one command.</summary>
/// <remarks>
/// OFF and SKIP write no reply themselves; the connection drops those of the commands that follow. Not in a
/// transaction, where a missing reply would leave a hole in the array of EXEC.
/// </remarks>
public sealed class ClientReply() : SessionCommand(new CommandInfo("client|reply", "ON | OFF | SKIP")
{
    Arity = 3,
    Flags = CommandFlags.Loading | CommandFlags.NoMulti | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Controls whether the server replies to the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ClientSession session = scope.Session!;
        ReadOnlySpan<byte> mode = arguments.Next();
        if (Keywords.Equal(mode, "SKIP"u8))
        {
            if (session.Replies != ReplyMode.Off)
                session.Replies = ReplyMode.SkipNext;
            return null;
        }
        if (!OnOff.TryRead(mode, out bool on))
            return CommonErrors.Syntax;
        session.Replies = on ? ReplyMode.On : ReplyMode.Off;
        if (on)
            writer.Status("OK"u8);
        return null;
    }
}
