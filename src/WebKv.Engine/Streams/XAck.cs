using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XACK: takes entries out of what a group has pending; replies how many were.</summary>
/// <remarks>One bad id and nothing is acknowledged. Logged with the ids that were pending.</remarks>
public readonly ref struct XAck : ICommand<XAck, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xack", "key group id [id ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Acknowledges entries that were delivered to a group.",
        Complexity = "O(log(N)) for each id",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ValueList Ids { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XAck command)
    {
        command = new XAck { Key = arguments.NextKey(), Group = arguments.Next(), Ids = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null)
            return error;
        if (stream is null)
        {
            context.NotifyMiss(Key);
            return null;
        }
        StreamGroup group = stream.FindGroup(Group);
        if (group.IsNull)
            return null;
        error = StreamIds.Check(Ids);
        if (error is not null)
            return error;
        int acknowledged = 0;
        for (int i = 0; i < Ids.Count; i++)
        {
            StreamId id = StreamIds.At(Ids, i);
            if (!group.RemovePending(id))
                continue;
            acknowledged++;
            StreamEffects.LogAcknowledged(context, Key, group, id);
        }
        reply = new IntegerReply(acknowledged);
        if (acknowledged > 0)
            context.Collections.Edited(Key, record);
        return null;
    }
}
