using System.Text;
using WebKv.Engine.Commands;

namespace WebKv.Engine.Introspection;

/// <summary>
/// A command as COMMAND shows it: one name with its subcommands. A container such as CLIENT, which is no command by
/// itself, has subcommands only.
/// </summary>
internal sealed record CommandFamily(string Name, CommandInfo? Own, IReadOnlyList<CommandInfo> Subcommands)
{
    public CommandGroup Group => (Own ?? Subcommands[0]).Group;

    /// <summary>All families in the order of the table.</summary>
    public static IEnumerable<CommandFamily> All(CommandTable table) =>
        table.Entries
            .Select(entry => entry.Info)
            .GroupBy(info => info.Name.Split('|')[0])
            .Select(family => new CommandFamily(
                family.Key,
                family.FirstOrDefault(info => info.Name == family.Key),
                [.. family.Where(info => info.Name != family.Key)]));

    /// <summary>The family of a name, or, for a name such as "client|id", the subcommand alone.</summary>
    public static CommandFamily? Find(CommandTable table, ReadOnlySpan<byte> sent)
    {
        string name = Encoding.UTF8.GetString(sent).ToLowerInvariant();
        if (!name.Contains('|'))
            return All(table).FirstOrDefault(family => family.Name == name);
        return table.TryGet(name, out CommandEntry? entry) ? Single(entry.Info) : null;
    }

    public static CommandFamily Single(CommandInfo info) => new(info.Name, info, []);
}
