using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Notifications;
using WebKv.Memory;

namespace WebKv.Engine.Sorting;

/// <summary>SORT: the elements of a list, set or sorted set in order, or what keys named after them hold; as a reply or
/// as a list.</summary>
/// <remarks>
/// A result that is stored replaces a destination of any type and loses its expiry; an empty one deletes it. Journalled
/// as it is, since the order is total, or as DEL. With BY or GET patterns it may look at any key, and locks all shards
/// for as long as it takes.
/// </remarks>
public readonly ref struct Sort : ICommand<Sort, SortReply>
{
    public static CommandInfo Info { get; } = new(
        "sort",
        "key [BY pattern] [LIMIT offset count] [GET pattern [GET pattern ...]] [ASC | DESC] [ALPHA] "
            + "[STORE destination]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.MovableKeys | CommandFlags.Slow,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the elements of a list, set or sorted set in order, or stores them.",
        Complexity = "O(N*log(N)) in the number of elements",
    };

    public required Key Key { get; init; }

    public required SortOptions Options { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Sort command)
    {
        Key key = arguments.NextKey();
        Error? error = SortOptions.Parse(ref arguments, mayStore: true, out SortOptions options);
        command = new Sort { Key = key, Options = options };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Key);
        if (Options.Stores)
            keys.Add(Options.Destination);
        if (Options.LooksUpKeys)
            keys.AddAll();
    }

    public Error? Apply(CommandContext context, out SortReply reply)
    {
        Error? error = SortedElements.Pick(context, Key, Options, out int[] picks);
        reply = new SortReply(context.Replies, picks, Options.Stores);
        if (error is null && Options.Stores)
            Store(context, reply);
        return error;
    }

    private void Store(CommandContext context, SortReply result)
    {
        bool existed = context.TryPeek(Options.Destination, out Record old);
        if (existed)
            context.Remove(Options.Destination, old);
        if (result.Count > 0)
        {
            if (existed)
                context.NoteReplaced();
            ListView.Create(context, Options.Destination, result);
            LogSort(context);
        }
        else if (existed)
        {
            context.Notify(KeyspaceEvents.Generic, "del"u8, Options.Destination);
            context.LogDelete(Options.Destination);
        }
    }

    private void LogSort(CommandContext context)
    {
        SortOptions options = Options;
        int count = 4 + (options.HasBy ? 2 : 0) + 2 * options.GetCount + (options.IsAlpha ? 1 : 0)
            + (options.Descends ? 1 : 0) + 2;
        if (!context.BeginLog("SORT"u8, count))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument("LIMIT"u8);
        context.LogArgument(options.Offset);
        context.LogArgument(options.Count);
        if (options.HasBy)
        {
            context.LogArgument("BY"u8);
            context.LogArgument(options.By);
        }
        for (int i = 0; i < options.GetCount; i++)
        {
            context.LogArgument("GET"u8);
            context.LogArgument(options.GetAt(i));
        }
        if (options.IsAlpha)
            context.LogArgument("ALPHA"u8);
        if (options.Descends)
            context.LogArgument("DESC"u8);
        context.LogArgument("STORE"u8);
        context.LogArgument(options.Destination.Bytes);
    }
}
