using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>
/// HELLO: reports the server and may authenticate, name the connection and choose the protocol, all or nothing.
/// </summary>
/// <remarks>
/// Everything is checked before anything changes: a failed HELLO leaves protocol, name and authentication as they
/// were. The reply is already in the protocol that it chooses.
/// </remarks>
public sealed class Hello(Authenticator authenticator) : SessionCommand(new CommandInfo(
    "hello", "[protocol-version [AUTH username password] [SETNAME name]]")
{
    Arity = -1,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.NoAuth | CommandFlags.NeedsConnection
        | CommandFlags.Secret,
    Group = CommandGroup.Connection,
    Summary = "Reports the server, authenticates, names the connection and chooses RESP2 or RESP3.",
    Complexity = "O(1)",
})
{
    private const int ProtocolMin = 2;
    private const int ProtocolMax = 3;

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ClientSession session = scope.Session!;
        long protocol = session.Protocol;
        if (arguments.HasNext && ReadVersion(ref arguments, out protocol) is { } versionError)
            return versionError;
        bool authenticated = session.IsAuthenticated;
        string name = session.Name;
        while (arguments.HasNext)
            if (ReadOption(ref arguments, ref authenticated, ref name) is { } optionError)
                return optionError;
        if (!authenticated)
            return ConnectionErrors.HelloNeedsAuth;

        session.IsAuthenticated = true;
        session.Name = name;
        session.Protocol = (int)protocol;
        Report(session, writer);
        return null;
    }

    private static Error? ReadVersion(ref ArgReader arguments, out long protocol)
    {
        if (!Numbers.TryParseInteger(arguments.Next(), out protocol))
            return CommonErrors.ProtoVersion;
        return protocol is >= ProtocolMin and <= ProtocolMax ? null : CommonErrors.NoProto;
    }

    private Error? ReadOption(ref ArgReader arguments, ref bool authenticated, ref string name)
    {
        ReadOnlySpan<byte> option = arguments.Next();
        if (Keywords.Equal(option, "AUTH"u8) && arguments.Remaining >= 2)
        {
            authenticated = authenticator.Accepts(arguments.Next(), arguments.Next());
            return authenticated ? null : CommonErrors.WrongPass;
        }
        if (Keywords.Equal(option, "SETNAME"u8) && arguments.HasNext)
            return ClientName.TryRead(arguments.Next(), out name) ? null : ConnectionErrors.ClientName;
        return ConnectionErrors.HelloOption(option);
    }

    private static void Report(ClientSession session, IReplyWriter writer)
    {
        writer.BeginMap(7);
        writer.Bulk("server"u8);
        writer.Bulk("redis"u8);
        writer.Bulk("version"u8);
        writer.Bulk(RedisCompatibility.VersionUtf8);
        writer.Bulk("proto"u8);
        writer.Integer(session.Protocol);
        writer.Bulk("id"u8);
        writer.Integer(session.Id);
        writer.Bulk("mode"u8);
        writer.Bulk("standalone"u8);
        writer.Bulk("role"u8);
        writer.Bulk("master"u8);
        writer.Bulk("modules"u8);
        writer.BeginArray(0);
    }
}
