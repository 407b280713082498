using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SADD: adds members to a set, or creates it; replies how many are new.</summary>
/// <remarks>Logged as it is, unless it adds nothing.</remarks>
public readonly ref struct SAdd : ICommand<SAdd, IntegerReply>
{
    public static CommandInfo Info { get; } = new("sadd", "key member [member ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Adds members to a set; creates the set when it does not exist.",
        Complexity = "O(1) for each member",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SAdd command)
    {
        command = new SAdd { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.Collections.Peek(Key, RecordType.Set, out Record record);
        if (error is not null)
            return error;
        var set = new SetEditor(context, Key, record);
        int added = 0;
        for (int i = 0; i < Members.Count; i++)
            if (set.Add(Members[i].Bytes))
                added++;
        reply = new IntegerReply(added);
        if (added == 0)
            return null;
        set.Finish();
        context.Notify(KeyspaceEvents.Set, "sadd"u8, Key);
        LogAdd(context);
        return null;
    }

    private void LogAdd(CommandContext context)
    {
        if (!context.BeginLog("SADD"u8, 1 + Members.Count))
            return;
        context.LogArgument(Key.Bytes);
        Members.Log(context);
    }
}
