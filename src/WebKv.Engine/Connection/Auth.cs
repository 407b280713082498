using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>AUTH: proves who the client is. A failure leaves a client that was authenticated as it was.</summary>
public sealed class Auth(Authenticator authenticator) : SessionCommand(new CommandInfo("auth", "[username] password")
{
    Arity = -2,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.NoAuth | CommandFlags.NeedsConnection
        | CommandFlags.Secret,
    Group = CommandGroup.Connection,
    Summary = "Authenticates the connection.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining > 2)
            return CommonErrors.Syntax;
        bool namesUser = arguments.Remaining == 2;
        if (!namesUser && !authenticator.IsRequired)
            return CommonErrors.AuthNotConfigured;
        ReadOnlySpan<byte> user = namesUser ? arguments.Next() : "default"u8;
        if (!authenticator.Accepts(user, arguments.Next()))
            return CommonErrors.WrongPass;
        scope.Session!.IsAuthenticated = true;
        writer.Status("OK"u8);
        return null;
    }
}
