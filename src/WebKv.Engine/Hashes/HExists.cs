using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HEXISTS: 1 if the hash has the field, else 0.</summary>
public readonly ref struct HExists : ICommand<HExists, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hexists", "key field")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Tells whether a hash has a field.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Field { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HExists command)
    {
        command = new HExists { Key = arguments.NextKey(), Field = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        reply = new IntegerReply(hash.Contains(Field) ? 1 : 0);
        return null;
    }
}
