using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HGET: the value of a field, or nothing.</summary>
public readonly ref struct HGet : ICommand<HGet, BulkReply>
{
    public static CommandInfo Info { get; } = new("hget", "key field")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the value of a field of a hash.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Field { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HGet command)
    {
        command = new HGet { Key = arguments.NextKey(), Field = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        if (hash.TryGet(Field, out HashField found))
            reply = new BulkReply(context.Replies.Copy(found.Value));
        return null;
    }
}
