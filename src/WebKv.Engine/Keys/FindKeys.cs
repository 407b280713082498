using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>KEYS: all keys of the database that match a pattern, each once.</summary>
/// <remarks>
/// It walks the keyspace in slices, so it stops nobody; in return it shows no single point in time, except inside a
/// transaction, which holds all shards.
/// </remarks>
public readonly ref struct FindKeys : ICommand<FindKeys, BulksReply>
{
    public static CommandInfo Info { get; } = new("keys", "pattern")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.AllKeys,
        Group = CommandGroup.Generic,
        Summary = "Returns all keys that match a pattern.",
        Complexity = "O(N) in the number of keys of the database",
    };

    public required ReadOnlySpan<byte> Pattern { get; init; }

    public static Error? Parse(ref ArgReader arguments, out FindKeys command)
    {
        command = new FindKeys { Pattern = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        KeyspaceWalk.CollectAll(context, new ScanFilter { Pattern = Pattern });
        reply = new BulksReply(context.Replies, 0, context.Replies.EntryCount);
        return null;
    }
}
