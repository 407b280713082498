using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>CLIENT SETINFO: what the client library says about itself.</summary>
public sealed class ClientSetInfo() : SessionCommand(new CommandInfo(
    "client|setinfo", "LIB-NAME name | LIB-VER version")
{
    Arity = 4,
    Flags = CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Connection,
    Summary = "Notes the name or version of the client library.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ReadOnlySpan<byte> option = arguments.Next();
        bool isName = Keywords.Equal(option, "LIB-NAME"u8);
        if (!isName && !Keywords.Equal(option, "LIB-VER"u8))
            return ConnectionErrors.UnknownOption(option);
        if (!ClientName.TryRead(arguments.Next(), out string value))
            return ConnectionErrors.LibraryValue(isName ? "lib-name" : "lib-ver");
        if (isName)
            scope.Session!.LibraryName = value;
        else
            scope.Session!.LibraryVersion = value;
        writer.Status("OK"u8);
        return null;
    }
}
