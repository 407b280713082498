using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>PTTL: the milliseconds that a key has left; -1 without expiry, -2 without key.</summary>
public readonly ref struct PTtl : ICommand<PTtl, IntegerReply>
{
    public static CommandInfo Info { get; } = new("pttl", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the time to live of a key in milliseconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PTtl command)
    {
        command = new PTtl { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(ExpiryQuery.LeftMs(context, Key));
        return null;
    }
}
