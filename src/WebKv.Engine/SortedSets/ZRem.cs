using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREM: removes members; replies how many of them were there.</summary>
/// <remarks>Logged as it is.</remarks>
public readonly ref struct ZRem : ICommand<ZRem, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zrem", "key member [member ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Removes members of a sorted set.",
        Complexity = "O(M*log(N)) with M members to be removed",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRem command)
    {
        command = new ZRem { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (SortedSetEditor.Peek(context, Key, out SortedSetEditor set) is { } error)
            return error;
        int removed = 0;
        for (int i = 0; i < Members.Count; i++)
        {
            SortedSetPlace place = set.View.Find(Members[i].Bytes);
            if (!place.Exists)
                continue;
            set.Remove(place);
            removed++;
        }
        reply = new IntegerReply(removed);
        if (removed == 0)
            return null;
        context.Notify(KeyspaceEvents.SortedSet, "zrem"u8, Key);
        set.Finish();
        Log(context);
        return null;
    }

    private void Log(CommandContext context)
    {
        if (!context.BeginLog("ZREM"u8, 1 + Members.Count))
            return;
        context.LogArgument(Key.Bytes);
        Members.Log(context);
    }
}
