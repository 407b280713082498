using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SMEMBERS: all members of a set, in no order.</summary>
public readonly ref struct SMembers : ICommand<SMembers, BulksReply>
{
    public static CommandInfo Info { get; } = new("smembers", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Returns all members of a set.",
        Complexity = "O(N) in the number of members",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SMembers command)
    {
        command = new SMembers { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        Error? error = context.Collections.Find(Key, RecordType.Set, out _);
        if (error is null)
            error = WholeSet.Append(context, Key);
        int count = error is null ? context.Replies.EntryCount : 0;
        reply = new BulksReply(context.Replies, 0, count, isSet: true);
        return error;
    }
}
