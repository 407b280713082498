using WebKv.Engine.Commands;

namespace WebKv.Engine.Introspection;

/// <summary>Flags and access categories of commands under the names that Redis gives them.</summary>
internal static class CommandCategories
{
    private static readonly (CommandFlags Flag, string Name)[] FlagNames =
    [
        (CommandFlags.Write, "write"),
        (CommandFlags.ReadOnly, "readonly"),
        (CommandFlags.DenyOom, "denyoom"),
        (CommandFlags.Admin, "admin"),
        (CommandFlags.Loading, "loading"),
        (CommandFlags.Fast, "fast"),
        (CommandFlags.NoAuth, "no_auth"),
        (CommandFlags.NoMulti, "no_multi"),
        (CommandFlags.MovableKeys, "movablekeys"),
    ];

    public static IReadOnlyList<string> Flags(CommandInfo info) =>
        [
            .. FlagNames.Where(row => info.Is(row.Flag)).Select(row => row.Name),
            .. info.Group == CommandGroup.PubSub ? ["pubsub"] : Array.Empty<string>(),
        ];

    public static IReadOnlyList<string> Of(CommandInfo info)
    {
        var categories = new List<string>();
        if (info.Is(CommandFlags.Write))
            categories.Add("@write");
        if (info.Is(CommandFlags.ReadOnly))
            categories.Add("@read");
        if (OfGroup(info.Group) is { } group)
            categories.Add(group);
        if (info.Is(CommandFlags.Admin))
            categories.AddRange(["@admin", "@dangerous"]);
        categories.Add(info.Is(CommandFlags.Fast) ? "@fast" : "@slow");
        return categories;
    }

    /// <summary>The name that COMMAND DOCS gives a group.</summary>
    public static string Name(CommandGroup group) =>
        group == CommandGroup.SortedSet ? "sorted-set" : group.ToString().ToLowerInvariant();

    private static string? OfGroup(CommandGroup group) => group switch
    {
        CommandGroup.Generic => "@keyspace",
        CommandGroup.Transactions => "@transaction",
        CommandGroup.Server => null,
        _ => "@" + group.ToString().ToLowerInvariant(),
    };
}
