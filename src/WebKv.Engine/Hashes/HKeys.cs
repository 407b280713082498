using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HKEYS: the names of all fields, in no order.</summary>
public readonly ref struct HKeys : ICommand<HKeys, BulksReply>
{
    public static CommandInfo Info { get; } = new("hkeys", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the names of all fields of a hash.",
        Complexity = "O(N)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HKeys command)
    {
        command = new HKeys { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        int first = context.Replies.EntryCount;
        int count = 0;
        long position = 0;
        for (; hash.TryRead(ref position, out HashField field); count++)
            context.Replies.Append(field.Field);
        reply = new BulksReply(context.Replies, first, count);
        return null;
    }
}
