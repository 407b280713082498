using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Commands;

/// <summary>CONFIG REWRITE: always refused. The settings of WebKv come from its settings file, the environment and
/// the command line, which the server does not write.</summary>
internal sealed class ConfigRewrite() : SessionCommand(new CommandInfo("config|rewrite", "")
{
    Arity = 2,
    Flags = CommandFlags.Admin | CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Refused: the server does not write its settings file.",
    Complexity = "O(1)",
})
{
    private static readonly Error NotSupported = new(ErrorCode.InvalidArgument,
        "ERR The server does not write its settings: change appsettings.json, the environment or the command line");

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer) => NotSupported;
}
