using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>COMMAND LIST: the names of all commands, or of those of a category, a pattern or a module.</summary>
public sealed class CommandListing() : SessionCommand(new CommandInfo(
    "command|list", "[FILTERBY MODULE module-name | ACLCAT category | PATTERN pattern]")
{
    Arity = -2,
    Flags = CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Lists the names of commands.",
    Complexity = "O(N) in the number of commands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        IEnumerable<CommandInfo> all = scope.Dispatcher.Table.Entries.Select(entry => entry.Info);
        if (arguments.HasNext && !TryFilter(ref arguments, ref all))
            return CommonErrors.Syntax;
        List<string> names = [.. all.Select(info => info.Name)];
        writer.BeginArray(names.Count);
        foreach (string name in names)
            CommandReplies.Bulk(writer, name);
        return null;
    }

    private static bool TryFilter(ref ArgReader arguments, ref IEnumerable<CommandInfo> all)
    {
        if (arguments.Remaining != 3 || !arguments.TryKeyword("FILTERBY"u8))
            return false;
        ReadOnlySpan<byte> kind = arguments.Next();
        string wanted = Encoding.UTF8.GetString(arguments.Next()).ToLowerInvariant();
        if (Keywords.Equal(kind, "MODULE"u8))
            all = [];
        else if (Keywords.Equal(kind, "ACLCAT"u8))
            all = all.Where(info => CommandCategories.Of(info).Contains('@' + wanted));
        else if (Keywords.Equal(kind, "PATTERN"u8))
            all = all.Where(info => Matches(wanted, info.Name));
        else
            return false;
        return true;
    }

    private static bool Matches(string pattern, string name) =>
        GlobPattern.Matches(Encoding.UTF8.GetBytes(pattern), Encoding.UTF8.GetBytes(name));
}
