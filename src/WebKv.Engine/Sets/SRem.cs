using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SREM: removes members from a set; replies how many there were.</summary>
/// <remarks>The last member takes the key with it. Logged as it is, unless it removes nothing.</remarks>
public readonly ref struct SRem : ICommand<SRem, IntegerReply>
{
    public static CommandInfo Info { get; } = new("srem", "key member [member ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Removes members from a set; the last one takes the key with it.",
        Complexity = "O(1) for each member",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SRem command)
    {
        command = new SRem { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.Collections.Peek(Key, RecordType.Set, out Record record);
        if (error is not null || record.IsNull)
            return error;
        var set = new SetEditor(context, Key, record);
        int removed = 0;
        for (int i = 0; i < Members.Count; i++)
            if (set.Remove(Members[i].Bytes))
                removed++;
        reply = new IntegerReply(removed);
        if (removed == 0)
            return null;
        context.Notify(KeyspaceEvents.Set, "srem"u8, Key);
        set.Finish();
        LogRemove(context);
        return null;
    }

    private void LogRemove(CommandContext context)
    {
        if (!context.BeginLog("SREM"u8, 1 + Members.Count))
            return;
        context.LogArgument(Key.Bytes);
        Members.Log(context);
    }
}
