using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>TTL: the seconds that a key has left; -1 without expiry, -2 without key.</summary>
public readonly ref struct Ttl : ICommand<Ttl, IntegerReply>
{
    public static CommandInfo Info { get; } = new("ttl", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the time to live of a key in seconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Ttl command)
    {
        command = new Ttl { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(ExpiryQuery.ToSeconds(ExpiryQuery.LeftMs(context, Key)));
        return null;
    }
}
