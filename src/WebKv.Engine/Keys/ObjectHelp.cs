using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Keys;

/// <summary>OBJECT HELP: what the subcommands are.</summary>
internal sealed class ObjectHelp() : SessionCommand(HelpInfo)
{
    private static readonly CommandInfo HelpInfo = new("object|help", "")
    {
        Arity = 2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.Generic,
        Summary = "Explains the subcommands of OBJECT.",
        Complexity = "O(1)",
    };

    private static readonly string[] Lines =
    [
        "OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
        "ENCODING <key>",
        "    Return the kind of internal representation used in order to store the value",
        "    associated with a <key>.",
        "FREQ <key>",
        "    Return the access frequency index of the <key>. The returned integer is",
        "    proportional to the logarithm of the real access frequency.",
        "IDLETIME <key>",
        "    Return the idle time of the <key>, that is the approximated number of",
        "    seconds elapsed since the last access to the key.",
        "REFCOUNT <key>",
        "    Return the number of references of the value associated with the specified",
        "    <key>.",
        "HELP",
        "    Prints this help.",
    ];

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.BeginArray(Lines.Length);
        foreach (string line in Lines)
            writer.Status(Encoding.ASCII.GetBytes(line));
        return null;
    }
}
