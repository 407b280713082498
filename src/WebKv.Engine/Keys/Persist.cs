using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>PERSIST: takes a key's expiry away; replies whether it had one.</summary>
public readonly ref struct Persist : ICommand<Persist, IntegerReply>
{
    public static CommandInfo Info { get; } = new("persist", "key")
    {
        Arity = 2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Removes the expiry of a key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Persist command)
    {
        command = new Persist { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(0);
        if (!context.TryPeek(Key, out Record record) || !record.HasExpiry)
            return null;
        context.SetExpiry(Key, record, 0);
        context.Notify(KeyspaceEvents.Generic, "persist"u8, Key);
        if (context.BeginLog("PERSIST"u8, 1))
            context.LogArgument(Key.Bytes);
        reply = new IntegerReply(1);
        return null;
    }
}
