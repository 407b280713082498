using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>SISMEMBER: whether a set has a member.</summary>
public readonly ref struct SIsMember : ICommand<SIsMember, IntegerReply>
{
    public static CommandInfo Info { get; } = new("sismember", "key member")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Returns whether a set has a member.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Value Member { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SIsMember command)
    {
        command = new SIsMember { Key = arguments.NextKey(), Member = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.Collections.Find(Key, RecordType.Set, out Record record);
        if (error is null && SetView.Of(context, Key, record).Contains(PackedItem.Of(Member.Bytes)))
            reply = new IntegerReply(1);
        return error;
    }
}
