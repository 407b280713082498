using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HLEN: the number of fields.</summary>
/// <remarks>As in Redis, fields of a big hash that have expired count until they are taken out.</remarks>
public readonly ref struct HLen : ICommand<HLen, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hlen", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the number of fields of a hash.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HLen command)
    {
        command = new HLen { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = HashView.Find(context, Key, out HashView hash);
        reply = new IntegerReply(hash.Count);
        return error;
    }
}
