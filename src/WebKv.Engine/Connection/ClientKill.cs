using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>
/// CLIENT KILL: closes connections, by address (replies OK) or by conditions (replies how many). Works on all doors.
/// </summary>
/// <remarks>The asking connection, if it is among them, gets its reply first.</remarks>
public sealed class ClientKill(ClientRegistry clients) : SessionCommand(new CommandInfo(
    "client|kill",
    "ip:port | [ID client-id] [TYPE type] [USER username] [ADDR ip:port] [LADDR ip:port] [SKIPME YES | NO] [MAXAGE s]")
{
    Arity = -3,
    Flags = CommandFlags.Admin | CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Connection,
    Summary = "Closes RESP connections.",
    Complexity = "O(N log N) in the number of connections",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining == 1)
            return KillAddress(scope, Encoding.UTF8.GetString(arguments.Next()), writer);
        if (ClientFilter.Parse(ref arguments, out ClientFilter filter) is { } error)
            return error;
        long nowMs = scope.Engine.NowMs;
        int killed = 0;
        foreach (ClientSession session in clients.All)
        {
            if ((filter.SkipsCaller && session == scope.Session) || !filter.Matches(session, nowMs))
                continue;
            Kill(scope, session);
            killed++;
        }
        writer.Integer(killed);
        return null;
    }

    private Error? KillAddress(CommandScope scope, string address, IReplyWriter writer)
    {
        if (clients.All.FirstOrDefault(client => client.RemoteAddress == address) is not { } session)
            return ConnectionErrors.NoSuchClient;
        Kill(scope, session);
        writer.Status("OK"u8);
        return null;
    }

    private static void Kill(CommandScope scope, ClientSession session)
    {
        if (session == scope.Session)
            session.CloseAfterReply();
        else
            session.Abort();
    }
}
