using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT UNBLOCK: ends another connection's wait, as if its time were over or with an error; replies
/// whether it was waiting.</summary>
public sealed class ClientUnblock(ClientRegistry clients) : SessionCommand(
    new CommandInfo("client|unblock", "client-id [TIMEOUT | ERROR]")
    {
        Arity = -3,
        Flags = CommandFlags.Admin | CommandFlags.Loading,
        Group = CommandGroup.Connection,
        Summary = "Ends the wait of a connection.",
        Complexity = "O(1)",
    })
{
    private static readonly Error UnknownReason = new(ErrorCode.Syntax,
        "ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.NextInteger(out long id) is { } error)
            return error;
        WaitOutcome outcome = WaitOutcome.Unblocked;
        if (arguments.HasNext && arguments.TryKeyword("ERROR"u8))
            outcome = WaitOutcome.UnblockedWithError;
        else if (arguments.HasNext && !arguments.TryKeyword("TIMEOUT"u8))
            return UnknownReason;
        if (arguments.HasNext)
            return CommonErrors.Syntax;
        Waiter? waiter = clients.Find(id)?.Waiter;
        waiter?.TryEnd(outcome);
        writer.Integer(waiter is null ? 0 : 1);
        return null;
    }
}
