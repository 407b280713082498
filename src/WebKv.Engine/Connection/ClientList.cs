using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT LIST: one line per RESP connection. Works on all doors.</summary>
public sealed class ClientList(ClientRegistry clients) : SessionCommand(new CommandInfo(
    "client|list", "[TYPE NORMAL | MASTER | REPLICA | PUBSUB] [ID client-id [client-id ...]]")
{
    Arity = -2,
    Flags = CommandFlags.Admin | CommandFlags.Loading | CommandFlags.Slow,
    Group = CommandGroup.Connection,
    Summary = "Describes the open RESP connections, one a line.",
    Complexity = "O(N log N) in the number of connections",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ClientType type = default;
        HashSet<long>? ids = null;
        if (arguments.TryKeyword("TYPE"u8))
        {
            if (!arguments.HasNext)
                return CommonErrors.Syntax;
            if (ClientType.Parse(arguments.Next(), out type) is { } typeError)
                return typeError;
        }
        if (arguments.TryKeyword("ID"u8) && ReadIds(ref arguments, out ids) is { } idError)
            return idError;
        if (arguments.HasNext)
            return CommonErrors.Syntax;

        var text = new StringBuilder();
        foreach (ClientSession session in clients.All)
            if (type.Matches(session) && (ids is null || ids.Contains(session.Id)))
                ClientLine.AppendTo(text, session, scope.Engine.NowMs);
        writer.Verbatim(Encoding.UTF8.GetBytes(text.ToString()));
        return null;
    }

    private static Error? ReadIds(ref ArgReader arguments, out HashSet<long> ids)
    {
        ids = [];
        if (!arguments.HasNext)
            return CommonErrors.Syntax;
        while (arguments.HasNext)
        {
            if (!Numbers.TryParseInteger(arguments.Next(), out long id) || id <= 0)
                return ConnectionErrors.InvalidClientId;
            ids.Add(id);
        }
        return null;
    }
}
