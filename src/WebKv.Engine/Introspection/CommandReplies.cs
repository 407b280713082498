using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Introspection;

/// <summary>Writes command definitions in the shapes of Redis 7's COMMAND INFO and COMMAND DOCS.</summary>
internal static class CommandReplies
{
    private const int ContainerArity = -2;

    /// <summary>The array of ten: name, arity, flags, first, last and step of the keys, categories, tips, key
    /// specifications, subcommands.</summary>
    public static void WriteInfo(IReplyWriter writer, CommandFamily family)
    {
        CommandInfo? own = family.Own;
        KeySpec keys = own?.Keys ?? KeySpec.None;
        writer.BeginArray(10);
        Bulk(writer, family.Name);
        writer.Integer(own?.Arity ?? ContainerArity);
        StatusSet(writer, own is null ? [] : CommandCategories.Flags(own));
        writer.Integer(keys.First);
        writer.Integer(keys.Last);
        writer.Integer(keys.Step);
        StatusSet(writer, own is null ? ["@slow"] : CommandCategories.Of(own));
        writer.BeginArray(0);
        WriteKeySpecs(writer, own);
        writer.BeginArray(family.Subcommands.Count);
        foreach (CommandInfo subcommand in family.Subcommands)
            WriteInfo(writer, CommandFamily.Single(subcommand));
    }

    /// <summary>The name and the map of its documentation, as one pair of an open map.</summary>
    public static void WriteDocs(IReplyWriter writer, CommandFamily family)
    {
        Bulk(writer, family.Name);
        bool isContainer = family.Subcommands.Count > 0;
        writer.BeginMap(isContainer ? 5 : 4);
        Pair(writer, "summary", family.Own?.Summary ?? $"A container for {family.Name.ToUpperInvariant()} commands.");
        Pair(writer, "since", (family.Own ?? family.Subcommands[0]).Since);
        Pair(writer, "group", CommandCategories.Name(family.Group));
        Pair(writer, "complexity", family.Own?.Complexity ?? "Depends on subcommand.");
        if (!isContainer)
            return;
        Bulk(writer, "subcommands");
        writer.BeginMap(family.Subcommands.Count);
        foreach (CommandInfo subcommand in family.Subcommands)
            WriteDocs(writer, CommandFamily.Single(subcommand));
    }

    public static void Bulk(IReplyWriter writer, string text) => writer.Bulk(Encoding.UTF8.GetBytes(text));

    private static void WriteKeySpecs(IReplyWriter writer, CommandInfo? info)
    {
        if (info is null || info.Keys.First == 0)
        {
            writer.BeginArray(0);
            return;
        }
        KeySpec keys = info.Keys;
        writer.BeginArray(1);
        writer.BeginMap(3);
        Bulk(writer, "flags");
        StatusSet(writer, info.Is(CommandFlags.Write) ? ["RW", "UPDATE"] : ["RO", "ACCESS"]);
        Bulk(writer, "begin_search");
        BeginSpec(writer, "index", 1);
        Pair(writer, "index", keys.First);
        Bulk(writer, "find_keys");
        BeginSpec(writer, "range", 3);
        // Redis counts the last key from the first one here, and from the end when it is negative.
        Pair(writer, "lastkey", keys.Last < 0 ? keys.Last : keys.Last - keys.First);
        Pair(writer, "keystep", keys.Step);
        Pair(writer, "limit", 0);
    }

    private static void BeginSpec(IReplyWriter writer, string type, int fields)
    {
        writer.BeginMap(2);
        Pair(writer, "type", type);
        Bulk(writer, "spec");
        writer.BeginMap(fields);
    }

    private static void Pair(IReplyWriter writer, string name, string value)
    {
        Bulk(writer, name);
        Bulk(writer, value);
    }

    private static void Pair(IReplyWriter writer, string name, long value)
    {
        Bulk(writer, name);
        writer.Integer(value);
    }

    private static void StatusSet(IReplyWriter writer, IReadOnlyList<string> words)
    {
        writer.BeginSet(words.Count);
        foreach (string word in words)
            writer.Status(Encoding.ASCII.GetBytes(word));
    }
}
