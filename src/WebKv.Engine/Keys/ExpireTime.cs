using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>EXPIRETIME: the Unix second at which a key expires; -1 without expiry, -2 without key.</summary>
public readonly ref struct ExpireTime : ICommand<ExpireTime, IntegerReply>
{
    public static CommandInfo Info { get; } = new("expiretime", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the time at which a key expires, in Unix seconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ExpireTime command)
    {
        command = new ExpireTime { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(ExpiryQuery.ToSeconds(ExpiryQuery.DeadlineMs(context, Key)));
        return null;
    }
}
