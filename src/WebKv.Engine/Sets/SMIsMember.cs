using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>SMISMEMBER: whether a set has each of some members, in their order.</summary>
public readonly ref struct SMIsMember : ICommand<SMIsMember, IntegersReply>
{
    public static CommandInfo Info { get; } = new("smismember", "key member [member ...]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Returns for each of some members whether a set has it.",
        Complexity = "O(1) for each member",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SMIsMember command)
    {
        command = new SMIsMember { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersReply reply)
    {
        reply = default;
        Error? error = context.Collections.Find(Key, RecordType.Set, out Record record);
        if (error is not null)
            return error;
        SetView set = SetView.Of(context, Key, record);
        var found = new long[Members.Count];
        for (int i = 0; i < found.Length; i++)
            found[i] = set.Contains(PackedItem.Of(Members[i].Bytes)) ? 1 : 0;
        reply = new IntegersReply(found);
        return null;
    }
}
