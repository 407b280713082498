using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LREM: takes out elements that equal a value; replies how many.</summary>
/// <remarks>Logged as it is, or as DEL when no element is left.</remarks>
public readonly ref struct LRem : ICommand<LRem, IntegerReply>
{
    public static CommandInfo Info { get; } = new("lrem", "key count element")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Removes elements that equal a value from a list.",
        Complexity = "O(N) in the length of the list",
    };

    public required Key Key { get; init; }

    /// <summary>Most elements to take: from the head if positive, from the tail if negative, all if 0.</summary>
    public required long Count { get; init; }

    public required Value Element { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LRem command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long count);
        command = new LRem { Key = key, Count = count, Element = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (ListView.Open(context, Key, out ListView list) is { } error)
            return error;
        if (list.IsMissing)
            return null;
        // The smallest integer has no counterpart; no list is as long as the largest.
        long max = Count is 0 or long.MinValue ? long.MaxValue : Math.Abs(Count);
        long removed = list.RemoveEqual(Element.Bytes, max, Count < 0 ? ListSide.Right : ListSide.Left);
        reply = new IntegerReply(removed);
        if (removed == 0)
            return null;
        LogRemoval(context, list.Count);
        context.Notify(KeyspaceEvents.List, "lrem"u8, Key);
        list.Commit();
        return null;
    }

    private void LogRemoval(CommandContext context, long left)
    {
        if (left == 0)
        {
            context.LogDelete(Key);
        }
        else if (context.BeginLog("LREM"u8, 3))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Count);
            context.LogArgument(Element);
        }
    }
}
