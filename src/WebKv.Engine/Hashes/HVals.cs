using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HVALS: the values of all fields, in no order.</summary>
public readonly ref struct HVals : ICommand<HVals, BulksReply>
{
    public static CommandInfo Info { get; } = new("hvals", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the values of all fields of a hash.",
        Complexity = "O(N)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HVals command)
    {
        command = new HVals { Key = arguments.NextKey() };
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
            context.Replies.Append(field.Value);
        reply = new BulksReply(context.Replies, first, count);
        return null;
    }
}
