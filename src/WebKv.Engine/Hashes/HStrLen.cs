using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HSTRLEN: the length of a field's value in bytes; 0 without key or field.</summary>
public readonly ref struct HStrLen : ICommand<HStrLen, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hstrlen", "key field")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the length of the value of a field.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Field { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HStrLen command)
    {
        command = new HStrLen { Key = arguments.NextKey(), Field = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        if (hash.TryGet(Field, out HashField found))
            reply = new IntegerReply(found.Value.TextLength);
        return null;
    }
}
