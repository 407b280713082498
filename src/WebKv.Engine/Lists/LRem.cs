using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LREM: removes elements that equal a value: the first ones, the last ones for a negative count, all
/// for 0; replies how many.</summary>
/// <remarks>Journalled as it is, or as DEL when nothing is left.</remarks>
public readonly ref struct LRem : ICommand<LRem, IntegerReply>
{
    public static CommandInfo Info { get; } = new("lrem", "key count element")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Removes elements by their value.",
        Complexity = "O(N)",
    };

    public required Key Key { get; init; }

    public required long Count { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LRem command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long count);
        command = new LRem { Key = key, Count = count, Value = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (ListView.Peek(context, Key, out ListView list) is { } error)
            return error;
        if (!list.Exists)
            return null;
        PackedItem item = PackedItem.Of(Value.Bytes);
        long most = Count == 0 ? long.MaxValue : Count == long.MinValue ? long.MaxValue : Math.Abs(Count);
        long removed = Count < 0 ? RemoveBackward(ref list, item, most) : RemoveForward(ref list, item, most);
        reply = new IntegerReply(removed);
        if (removed == 0)
            return null;
        LogRemoval(context, isEmpty: list.Count == 0);
        list.Commit("lrem"u8);
        return null;
    }

    private void LogRemoval(CommandContext context, bool isEmpty)
    {
        if (isEmpty)
        {
            context.LogDelete(Key);
        }
        else if (context.BeginLog("LREM"u8, 3))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Count);
            context.LogArgument(Value);
        }
    }

    private static long RemoveForward(ref ListView list, PackedItem item, long most)
    {
        long removed = 0;
        PackedPlace? next = list.Seek(0);
        while (next is { } place && removed < most)
        {
            if (list.Read(place).SameAs(item))
            {
                removed++;
                next = list.Remove(place);
            }
            else
            {
                next = list.Move(ref place, forward: true) ? place : null;
            }
        }
        CompactAt(list, 0);
        return removed;
    }

    // By index, which stays right for what lies before a removed element.
    private static long RemoveBackward(ref ListView list, PackedItem item, long most)
    {
        long removed = 0;
        PackedPlace place = list.Seek(list.Count - 1);
        for (long index = list.Count - 1; index >= 0 && removed < most; index--)
        {
            bool isSame = list.Read(place).SameAs(item);
            if (isSame)
            {
                removed++;
                list.Remove(place);
                if (index > 0)
                    place = list.Seek(index - 1);
            }
            else if (!list.Move(ref place, forward: false))
            {
                break;
            }
        }
        CompactAt(list, 0);
        return removed;
    }

    private static void CompactAt(ListView list, int chunk)
    {
        if (list.Count > 0)
            list.Compact(new PackedPlace(chunk, 0));
    }
}
